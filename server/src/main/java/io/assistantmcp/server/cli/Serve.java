package io.assistantmcp.server.cli;

import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.log.Loggers;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.registry.ServerFactory;
import io.assistantmcp.server.registry.ToolSelection;
import io.assistantmcp.server.session.CallExecutor;
import io.assistantmcp.server.stdio.ParentWatch;
import io.assistantmcp.server.stdio.StdioSettings;
import io.assistantmcp.server.stdio.StdioTransport;
import io.assistantmcp.server.tools.ToolCatalog;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.LoggerFactory;

/**
 * Serves. The transport's threads go on when this returns: on stdio until the client hangs up, over
 * HTTP until the process is asked to end.
 */
public final class Serve {

  private Serve() {}

  /**
   * Starts to serve.
   *
   * @param flags what the command line says, by the names of settings
   * @throws ConfigException if a setting cannot be used
   */
  public static void start(Map<String, String> flags) throws ConfigException {
    loadRandomness();
    ServerConfig config = ConfigReader.ofProcess(flags);
    Loggers.apply(config.log());
    if (config.isOpen()) {
      LoggerFactory.getLogger(Serve.class)
          .warn(
              "Anybody who reaches {} makes calls with the server's own key",
              config.http().address().host());
    }
    McpJsonMapper mapper = new GsonMcpMapper();
    EngineOnDemand engine = new EngineOnDemand(config);
    if (config.transport().isHttp()) {
      ServeHttp.start(config, mapper, engine);
    } else {
      stdio(config, mapper, engine);
    }
  }

  /** What offers the tools on whatever transport. */
  static ServerFactory servers(
      ServerConfig config, McpJsonMapper mapper, CallObserver observer, EngineOnDemand engine)
      throws ConfigException {
    Build build = Build.current();
    return new ServerFactory(
        mapper,
        build,
        ToolSelection.of(
            config.tools(), ToolCatalog.tools(new ApiOnDemand(config, build, observer, engine))),
        new ToolCallHandler(config, observer),
        config.credentials());
  }

  private static void stdio(ServerConfig config, McpJsonMapper mapper, EngineOnDemand engine)
      throws ConfigException {
    ServerFactory servers = servers(config, mapper, CallObserver.NONE, engine);
    Executor executor =
        config.leavesProcess() ? CallExecutor.create() : CallExecutor.forLocalCalls();
    StdioTransport transport = transport(mapper, executor, engine);
    Runtime.getRuntime().addShutdownHook(new Thread(transport::close, "drain"));
    ParentWatch.start(transport::close);
    servers.start(transport);
    TerminalHint.start(System.err);
  }

  /** The SDK names its session at random, and the first such name takes a tenth of the start. */
  private static void loadRandomness() {
    Thread thread = new Thread(UUID::randomUUID, "randomness");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes stdout for the protocol; from here on whatever else is printed goes to stderr. */
  private static StdioTransport transport(
      McpJsonMapper mapper, Executor executor, EngineOnDemand engine) {
    System.setOut(System.err);
    return new StdioTransport(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        mapper,
        StdioSettings.defaults(),
        executor,
        () -> end(engine));
  }

  /** Not by exit, which waits for the shutdown hook that may be what closes the transport. */
  private static void end(EngineOnDemand engine) {
    try {
      engine.close();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}

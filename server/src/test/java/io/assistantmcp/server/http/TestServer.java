package io.assistantmcp.server.http;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.metrics.PrometheusMetrics;
import io.assistantmcp.server.registry.Renamed;
import io.assistantmcp.server.registry.ServerFactory;
import io.assistantmcp.server.registry.ToolSelection;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server with all its tools, in this JVM and on a free port. */
final class TestServer implements AutoCloseable {

  /** What {@code get_thread} was called before, in these tests. */
  static final String FORMER_NAME = "read_thread";

  private final EngineOnDemand engine;
  private final HttpService service;

  private TestServer(ServerConfig config, Duration patience) throws IOException {
    Optional<PrometheusMetrics> metrics =
        config.metrics() ? Optional.of(new PrometheusMetrics()) : Optional.empty();
    CallObserver observer = metrics.<CallObserver>map(figures -> figures).orElse(CallObserver.NONE);
    engine = new EngineOnDemand(config);
    service =
        new HttpService(
            config,
            new GsonMcpMapper(),
            servers(config, observer, engine),
            engine,
            metrics,
            patience);
    service.start();
  }

  /** Starts a server with the settings of these names and values, in turn. */
  static TestServer start(String upstream, String... settings) throws IOException {
    return impatient(Duration.ofSeconds(30), upstream, settings);
  }

  /** Starts one that waits only so long for slow clients. */
  static TestServer impatient(Duration patience, String upstream, String... settings)
      throws IOException {
    return new TestServer(config(upstream, settings), patience);
  }

  static ServerConfig config(String upstream, String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("OPENAI_BASE_URL", upstream);
    all.put("OPENAI_API_KEY", Upstream.KEY);
    all.put("TRANSPORT", "http");
    all.put("PORT", "0");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return Upstream.config(all);
  }

  /** The tools of a configuration, for any transport. */
  static ServerFactory servers(ServerConfig config, CallObserver observer, EngineOnDemand engine) {
    return new ServerFactory(
        new GsonMcpMapper(),
        Build.current(),
        selection(
            config, ToolCatalog.tools(new ApiOnDemand(config, Build.current(), observer, engine))),
        new ToolCallHandler(config, observer),
        config.credentials());
  }

  private static ToolSelection selection(ServerConfig config, List<McpTool> tools) {
    try {
      List<McpTool> renamed = Renamed.among(tools, "get_thread", FORMER_NAME);
      return ToolSelection.of(config.tools(), renamed);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e);
    }
  }

  int port() {
    return service.port();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Ends it as a signal does. */
  void end() {
    service.close();
  }

  @Override
  public void close() {
    service.close();
    engine.close();
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ListenAddress;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.http.HttpService;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.metrics.PrometheusMetrics;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Serves over HTTP. A class of its own, so that on stdio nothing of it is even looked at. */
final class ServeHttp {

  private ServeHttp() {}

  static void start(ServerConfig config, McpJsonMapper mapper, EngineOnDemand engine)
      throws ConfigException {
    Optional<PrometheusMetrics> metrics =
        config.metrics() ? Optional.of(new PrometheusMetrics()) : Optional.empty();
    CallObserver observer = metrics.<CallObserver>map(figures -> figures).orElse(CallObserver.NONE);
    HttpService service =
        new HttpService(
            config, mapper, Serve.servers(config, mapper, observer, engine), engine, metrics);
    try {
      service.start();
    } catch (IOException e) {
      ListenAddress address = config.http().address();
      throw new ConfigException(
          "PORT",
          "%d on %s cannot be listened on: %s; set PORT and HOST to what is free"
              .formatted(address.port(), address.host(), reason(e)));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service, engine), "drain"));
    System.err.println("openai-assistant-mcp: listening on " + service.urls());
  }

  private static String reason(IOException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }

  private static void end(HttpService service, EngineOnDemand engine) {
    service.close();
    engine.close();
    // An end that was asked for is no failure, which the JVM would make of it.
    Runtime.getRuntime().halt(0);
  }
}

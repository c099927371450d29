package io.assistantmcp.server.client;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.metrics.CallObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The generated client, built when the first call asks for it: with all it loads it would take half
 * of the server's start, and a client that only lists tools never needs it.
 */
public final class ApiOnDemand implements Supplier<AssistantsApi> {

  private final ServerConfig config;
  private final Build build;
  private final CallObserver observer;
  private final EngineOnDemand engine;
  private volatile @Nullable AssistantsApi api;

  /**
   * @param config where calls go, and how
   * @param build what the client calls itself
   * @param observer is told of requests
   * @param engine answers calls that stay in this process
   */
  public ApiOnDemand(
      ServerConfig config, Build build, CallObserver observer, EngineOnDemand engine) {
    this.config = config;
    this.build = build;
    this.observer = observer;
    this.engine = engine;
  }

  @Override
  public AssistantsApi get() {
    AssistantsApi present = api;
    return present == null ? create() : present;
  }

  private synchronized AssistantsApi create() {
    AssistantsApi present = api;
    if (present == null) {
      present = ApiClientFactory.create(config, build, observer, engine);
      api = present;
    }
    return present;
  }
}

package io.assistantmcp.server.client;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ServerConfig;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The generated client, built when the first call asks for it: with all it loads it would take half
 * of the server's start, and a client that only lists tools never needs it.
 */
public final class ApiOnDemand implements Supplier<AssistantsApi> {

  private final ServerConfig config;
  private final Build build;
  private volatile @Nullable AssistantsApi api;

  public ApiOnDemand(ServerConfig config, Build build) {
    this.config = config;
    this.build = build;
  }

  @Override
  public AssistantsApi get() {
    AssistantsApi present = api;
    return present == null ? create() : present;
  }

  private synchronized AssistantsApi create() {
    AssistantsApi present = api;
    if (present == null) {
      present = ApiClientFactory.create(config, build);
      api = present;
    }
    return present;
  }
}

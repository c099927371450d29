package io.assistantmcp.server.client;

import io.assistantmcp.client.ApiClient;
import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ServerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;

/** Builds the generated client for a configuration. */
final class ApiClientFactory {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final DoubleSupplier RANDOM = () -> ThreadLocalRandom.current().nextDouble();

  private ApiClientFactory() {}

  /** The API, authorised and pointed at the configured server. */
  static AssistantsApi create(ServerConfig config, Build build) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            // A redirect could carry the key, or turn a POST into a GET.
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(config.timeout())
            .writeTimeout(config.timeout())
            .retryOnConnectionFailure(false)
            .addInterceptor(new AuthInterceptor(config, build))
            .addInterceptor(
                new RetryInterceptor(config.maxRetries(), new Backoff(RANDOM, Clock.systemUTC())))
            .addNetworkInterceptor(new NoHiddenRetry())
            .build();
    ApiClient client = new ApiClient(http);
    client.setBasePath(config.root());
    return new AssistantsApi(client);
  }
}

package io.assistantmcp.server.client;

import io.assistantmcp.client.ApiClient;
import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.engine.http.EngineInterceptor;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.UpstreamConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.metrics.CallObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.ToIntFunction;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Builds the generated client for a configuration. */
final class ApiClientFactory {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final DoubleSupplier RANDOM = () -> ThreadLocalRandom.current().nextDouble();

  // Shorter than servers keep idle connections, usually five seconds or more: a POST on one that
  // the server is just closing fails, and cannot be repeated.
  private static final Duration IDLE = Duration.ofSeconds(4);
  private static final int MOST_IDLE = 64;

  private ApiClientFactory() {}

  /** The API, authorised and pointed at the configured server. */
  static AssistantsApi create(
      ServerConfig config, Build build, CallObserver observer, EngineOnDemand engine) {
    UpstreamConfig upstream = config.upstream();
    EmbeddedConfig embedded = config.embedded();
    AuthInterceptor auth = new AuthInterceptor(build, embedded == null);
    OkHttpClient.Builder http;
    if (embedded == null) {
      http = http(upstream, request -> upstream.maxRetries(), auth, observer);
    } else {
      Junction junction = new Junction(config, embedded, new EngineInterceptor(engine::answer));
      // What fails in this process would fail again.
      ToIntFunction<Request> retries =
          request -> junction.isEngines(request) ? 0 : upstream.maxRetries();
      http = http(upstream, retries, auth, observer).addInterceptor(junction);
    }
    if (!config.leavesProcess()) {
      // Certificates, which take longer to load than the engine, are for connections.
      http.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    ApiClient client = new ApiClient(http.build());
    client.setBasePath(upstream.root());
    return new AssistantsApi(client);
  }

  private static OkHttpClient.Builder http(
      UpstreamConfig upstream,
      ToIntFunction<Request> retries,
      AuthInterceptor auth,
      CallObserver observer) {
    Backoff backoff = new Backoff(RANDOM, Clock.systemUTC());
    return new OkHttpClient.Builder()
        // A redirect could carry the key, or turn a POST into a GET.
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toSeconds(), TimeUnit.SECONDS))
        .connectTimeout(CONNECT_TIMEOUT)
        // One limit for all of a call, so that neither retries nor a trickle of bytes pass it.
        .callTimeout(upstream.timeout())
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .addInterceptor(auth)
        .addInterceptor(new RetryInterceptor(retries, upstream.timeout(), backoff, observer))
        .addNetworkInterceptor(CallProgress::send)
        .addNetworkInterceptor(new NoHiddenRetry());
  }
}

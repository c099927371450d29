package io.assistantmcp.server.client;

import io.assistantmcp.engine.api.ServedPaths;
import io.assistantmcp.engine.http.EngineInterceptor;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.ServerConfig;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Where calls of a server with embedded assistants part: the engine answers those it has, in place
 * of a connection; the others, of files and vector stores, go to the provider of models.
 */
final class Junction implements Interceptor {

  private final EmbeddedConfig embedded;
  private final String provider;
  private final int base;
  private final EngineInterceptor engine;

  /**
   * @param config where both are
   * @param embedded what it says of the engine
   */
  Junction(ServerConfig config, EmbeddedConfig embedded, EngineInterceptor engine) {
    this.embedded = embedded;
    this.provider = config.provider().root();
    this.base = HttpUrl.get(config.upstream().root()).encodedPath().length();
    this.engine = engine;
  }

  /** Whether the engine answers a request. */
  boolean isEngines(Request request) {
    return ServedPaths.include(path(request));
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (isEngines(chain.request())) {
      // What an engine was given counts as sent.
      CallProgress.of(chain.call()).reach();
      return engine.intercept(chain);
    }
    return chain.proceed(toProvider(chain.request()));
  }

  private Request toProvider(Request request) {
    HttpUrl url =
        HttpUrl.get(provider + path(request))
            .newBuilder()
            .encodedQuery(request.url().encodedQuery())
            .build();
    ModelConfig model = embedded.model();
    Request.Builder there = request.newBuilder().url(url);
    if (embedded.hasOwnKey()) {
      there.removeHeader("Authorization");
    }
    ModelKey key = model.key();
    if (key != null) {
      there.header("Authorization", "Bearer " + key.value());
    }
    model.headers().forEach(there::header);
    return there.build();
  }

  /** The path below what all requests have in common. */
  private String path(Request request) {
    return request.url().encodedPath().substring(base);
  }
}

package io.assistantmcp.server.client;

import io.assistantmcp.engine.api.ServedPaths;
import io.assistantmcp.engine.http.EngineInterceptor;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.ServerConfig;
import java.io.IOException;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Where calls of a server with embedded assistants part: the engine answers those it has, in place
 * of a connection; the others, of files and vector stores, go to the provider of models.
 */
final class Junction implements Interceptor {

  private final ServerConfig config;
  private final EngineInterceptor engine;

  Junction(ServerConfig config, EngineInterceptor engine) {
    this.config = config;
    this.engine = engine;
  }

  /** Whether the engine answers a request. */
  static boolean isEngines(ServerConfig config, Request request) {
    return config.embedded() != null && ServedPaths.include(path(config, request.url()));
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (isEngines(config, chain.request())) {
      // What an engine was given counts as sent.
      CallProgress.of(chain.call()).reach();
      return engine.intercept(chain);
    }
    return chain.proceed(toProvider(chain.request()));
  }

  private Request toProvider(Request request) {
    HttpUrl url =
        HttpUrl.get(config.provider().root() + path(config, request.url()))
            .newBuilder()
            .encodedQuery(request.url().encodedQuery())
            .build();
    EmbeddedConfig embedded = Objects.requireNonNull(config.embedded());
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
  private static String path(ServerConfig config, HttpUrl url) {
    String base = HttpUrl.get(config.upstream().root()).encodedPath();
    return url.encodedPath().substring(base.length());
  }
}

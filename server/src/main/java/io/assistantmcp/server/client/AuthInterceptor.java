package io.assistantmcp.server.client;

import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.UpstreamConfig;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Signs every request as it leaves. The generated client could hold the headers as well, but once
 * for all calls; here each call can have its own.
 */
final class AuthInterceptor implements Interceptor {

  private final UpstreamConfig config;
  private final String userAgent;

  AuthInterceptor(UpstreamConfig config, Build build) {
    this.config = config;
    this.userAgent = build.userAgent();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    ApiKey key = config.apiKey();
    if (key == null) {
      throw new MissingApiKeyException();
    }
    Request.Builder signed =
        chain
            .request()
            .newBuilder()
            .header("Authorization", "Bearer " + key.value())
            .header("OpenAI-Beta", "assistants=v2")
            .header("User-Agent", userAgent);
    if (!config.organization().isEmpty()) {
      signed.header("OpenAI-Organization", config.organization());
    }
    if (!config.project().isEmpty()) {
      signed.header("OpenAI-Project", config.project());
    }
    return chain.proceed(signed.build());
  }
}

package io.assistantmcp.server.client;

import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.Build;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Signs every request as it leaves. The generated client could hold the headers as well, but once
 * for all calls; here each call can have its own.
 */
final class AuthInterceptor implements Interceptor {

  private final @Nullable ApiKey key;
  private final String userAgent;

  AuthInterceptor(@Nullable ApiKey key, Build build) {
    this.key = key;
    this.userAgent = build.userAgent();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (key == null) {
      throw new MissingApiKeyException();
    }
    Request signed =
        chain
            .request()
            .newBuilder()
            .header("Authorization", "Bearer " + key.value())
            .header("OpenAI-Beta", "assistants=v2")
            .header("User-Agent", userAgent)
            .build();
    return chain.proceed(signed);
  }
}

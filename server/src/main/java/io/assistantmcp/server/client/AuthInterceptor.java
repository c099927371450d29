package io.assistantmcp.server.client;

import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.Credentials;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Signs every request as it leaves, with the {@link Credentials} that its call is tagged with. The
 * generated client could hold them as well, but once for all calls; here each call has its own.
 */
final class AuthInterceptor implements Interceptor {

  private final String userAgent;
  private final boolean keyNeeded;

  /**
   * @param keyNeeded whether nothing leaves without a key
   */
  AuthInterceptor(Build build, boolean keyNeeded) {
    this.userAgent = build.userAgent();
    this.keyNeeded = keyNeeded;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Credentials credentials = chain.call().tag(Credentials.class);
    ApiKey key = credentials == null ? null : credentials.key();
    if (credentials == null || key == null && keyNeeded) {
      throw new IllegalStateException("a call without a key");
    }
    Request.Builder signed =
        chain
            .request()
            .newBuilder()
            .header("OpenAI-Beta", "assistants=v2")
            .header("User-Agent", userAgent);
    if (key != null) {
      signed.header("Authorization", "Bearer " + key.value());
    }
    if (!credentials.organization().isEmpty()) {
      signed.header("OpenAI-Organization", credentials.organization());
    }
    if (!credentials.project().isEmpty()) {
      signed.header("OpenAI-Project", credentials.project());
    }
    return chain.proceed(signed.build());
  }
}

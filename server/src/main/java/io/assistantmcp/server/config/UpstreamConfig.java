package io.assistantmcp.server.config;

import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * Where calls go, and how.
 *
 * @param baseUrl the URL of the server to call
 * @param timeout how long a call may take, retries included
 * @param maxRetries how often a call is repeated at most
 */
public record UpstreamConfig(HttpUrl baseUrl, Duration timeout, int maxRetries) {

  /** OpenAI's own host. */
  public static final String OPENAI = "api.openai.com";

  /** What messages call the engine, which needs no server. */
  public static final String ENGINE = "the embedded engine";

  // Never looked up: requests for it do not leave the process.
  private static final HttpUrl EMBEDDED = HttpUrl.get("http://engine.internal/v1");

  /** Calls that stay in this process, or at least begin there. */
  static UpstreamConfig embedded(Duration timeout, int maxRetries) {
    return new UpstreamConfig(EMBEDDED, timeout, maxRetries);
  }

  /** What every request URL starts with; an operation's path can be put right behind it. */
  public String root() {
    return baseUrl.toString().replaceFirst("/+$", "");
  }

  /** Whether calls go to OpenAI, which no longer answers them. */
  public boolean isOpenAi() {
    return baseUrl.host().equals(OPENAI);
  }

  /** The host, as messages name it. */
  public String host() {
    return isEmbedded() ? ENGINE : baseUrl.host();
  }

  /** Host and port, as messages name the server. */
  public String place() {
    return isEmbedded() ? ENGINE : baseUrl.host() + ":" + baseUrl.port();
  }

  private boolean isEmbedded() {
    return baseUrl.equals(EMBEDDED);
  }
}

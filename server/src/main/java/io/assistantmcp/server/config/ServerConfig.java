package io.assistantmcp.server.config;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the server was told.
 *
 * @param apiKey the key for upstream calls, or null: tools can be listed without one
 * @param baseUrl the URL of the server to call
 * @param timeout how long that server may be silent
 */
public record ServerConfig(@Nullable ApiKey apiKey, HttpUrl baseUrl, Duration timeout) {

  /** What every request URL starts with; an operation's path can be put right behind it. */
  public String root() {
    return baseUrl.toString().replaceFirst("/+$", "");
  }
}

package io.assistantmcp.server.config;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the server was told.
 *
 * @param apiKey the key for upstream calls, or null: tools can be listed without one
 * @param baseUrl the URL of the server to call
 * @param organization the organization that calls are charged to, or null for the key's own
 * @param project the project that calls belong to, or null for the key's own
 * @param timeout how long that server may be silent
 * @param maxRetries how often a request may be repeated
 */
public record ServerConfig(
    @Nullable ApiKey apiKey,
    HttpUrl baseUrl,
    @Nullable String organization,
    @Nullable String project,
    Duration timeout,
    int maxRetries) {

  /** What every request URL starts with; an operation's path can be put right behind it. */
  public String root() {
    return baseUrl.toString().replaceFirst("/+$", "");
  }
}

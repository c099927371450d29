package io.assistantmcp.server.http;

import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.CredentialsConfig;
import io.assistantmcp.server.limit.RateLimiter;
import io.assistantmcp.server.session.Incoming;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Lets as many calls of a key pass as it has. What calls no tool costs nothing. */
final class Quota {

  private final CredentialsConfig credentials;
  private final @Nullable RateLimiter limiter;

  /**
   * @param credentials tells with whose key a call will be made
   * @param callsPerMinute how many each key has, or 0 for any number
   */
  Quota(CredentialsConfig credentials, int callsPerMinute) {
    this.credentials = credentials;
    this.limiter = callsPerMinute == 0 ? null : new RateLimiter(callsPerMinute);
  }

  /**
   * Counts a request.
   *
   * @throws Refused if it is a call too many
   */
  void pass(Incoming.Request request, Caller caller) throws Refused {
    if (request.message().method().equals(McpSchema.METHOD_TOOLS_CALL)) {
      pass(credentials.of(Optional.of(caller.credentials())).key());
    }
  }

  /**
   * Counts a call made with a key.
   *
   * @throws Refused if it is a call too many
   */
  void pass(@Nullable ApiKey key) throws Refused {
    if (limiter == null) {
      return;
    }
    Duration wait = limiter.take(key);
    if (!wait.isZero()) {
      throw Refused.later(
          HttpStatus.TOO_MANY_REQUESTS_429,
          "This key has made all the calls that it has in a minute",
          wait.plusSeconds(1).toSeconds());
    }
  }
}

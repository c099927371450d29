package io.assistantmcp.server.registry;

import io.assistantmcp.server.config.Credentials;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Optional;

/** How credentials travel from a transport, which knows the request, to the call of a tool. */
public final class CallerCredentials {

  /** Where a transport's context has the {@link Credentials} that came with a request. */
  public static final String KEY = "io.assistantmcp.credentials";

  private CallerCredentials() {}

  /** What came with a request; nothing where requests cannot bring anything, as on stdio. */
  public static Optional<Credentials> of(McpTransportContext context) {
    return context.get(KEY) instanceof Credentials credentials
        ? Optional.of(credentials)
        : Optional.empty();
  }
}

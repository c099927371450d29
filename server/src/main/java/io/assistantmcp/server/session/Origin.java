package io.assistantmcp.server.session;

import io.modelcontextprotocol.common.McpTransportContext;

/**
 * Where a message came from.
 *
 * @param sink where its answer is waited for
 * @param context what the transport knows of its sender, for the handlers of calls
 */
public record Origin(Sink sink, McpTransportContext context) {

  /** A sender of whom nothing is known but that he waits here. */
  public static Origin of(Sink sink) {
    return new Origin(sink, McpTransportContext.EMPTY);
  }
}

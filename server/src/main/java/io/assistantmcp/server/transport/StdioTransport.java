package io.assistantmcp.server.transport;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.PrintStream;

/** Messages as lines on stdin and stdout. */
public final class StdioTransport {

  private StdioTransport() {}

  /** Takes stdout for the protocol; from here on whatever else is printed goes to stderr. */
  public static McpServerTransportProvider open(McpJsonMapper mapper) {
    PrintStream protocol = System.out;
    System.setOut(System.err);
    return new StdioServerTransportProvider(mapper, System.in, protocol);
  }
}

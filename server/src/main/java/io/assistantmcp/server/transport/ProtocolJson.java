package io.assistantmcp.server.transport;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the protocol's messages. */
public final class ProtocolJson {

  private ProtocolJson() {}

  /** A mapper that keeps every digit of a number, since an argument's 0.10 must leave as 0.10. */
  public static McpJsonMapper mapper() {
    return new JacksonMcpJsonMapper(
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build());
  }
}

package io.assistantmcp.server.session;

import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;

/** Turns messages into what a {@link Sink} takes. */
public final class Encoder {

  private final McpJsonMapper mapper;

  public Encoder(McpJsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The JSON of a message, on one line.
   *
   * @throws IllegalArgumentException if it has none
   */
  public byte[] json(Object message) {
    try {
      return mapper.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

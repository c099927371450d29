package io.assistantmcp.server.stdio;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import reactor.core.publisher.Mono;

/** The end of the transport that the SDK's session writes to. */
final class SessionTransport implements McpServerTransport {

  private final LineWriter writer;
  private final McpJsonMapper mapper;

  SessionTransport(LineWriter writer, McpJsonMapper mapper) {
    this.writer = writer;
    this.mapper = mapper;
  }

  /** Writes a message; an answer only if its call has not been aborted meanwhile. */
  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.deferContextual(
        context -> {
          byte[] line = writer.line(message);
          if (!(message instanceof JSONRPCResponse) || context.get(Call.class).answer()) {
            writer.writeLine(line);
          }
          return Mono.empty();
        });
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return mapper.convertValue(data, type);
  }

  /** The provider closes, since what is to be closed belongs to it. */
  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}

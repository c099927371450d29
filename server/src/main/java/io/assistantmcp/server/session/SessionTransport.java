package io.assistantmcp.server.session;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import reactor.core.publisher.Mono;

/** The end of the transport that the SDK's session writes to. */
public final class SessionTransport implements McpServerTransport {

  private final Sink stream;
  private final Encoder encoder;
  private final McpJsonMapper mapper;

  /**
   * @param stream takes what is no answer
   */
  public SessionTransport(Sink stream, McpJsonMapper mapper) {
    this.stream = stream;
    this.encoder = new Encoder(mapper);
    this.mapper = mapper;
  }

  /** Writes a message; an answer only if its call has not been aborted meanwhile. */
  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.deferContextual(
        context -> {
          byte[] json = encoder.json(message);
          if (!(message instanceof JSONRPCResponse)) {
            stream.write(json);
          } else if (context.get(Call.class).answer()) {
            context.get(Call.class).sink().write(json);
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

package io.assistantmcp.server.session;

import io.assistantmcp.server.session.Incoming.Refusal;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tells what a text is. Never fails: a text that is nothing is a {@link Refusal}. */
public final class MessageParser {

  private static final String CANCELLED = "notifications/cancelled";

  private final McpJsonMapper mapper;

  public MessageParser(McpJsonMapper mapper) {
    this.mapper = mapper;
  }

  /** What the bytes of a text are. */
  public Incoming parse(byte[] utf8) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      return Refusal.parseError("not valid UTF-8");
    }
  }

  /** What a text is. */
  public Incoming parse(String given) {
    try {
      return message(given);
    } catch (OutOfMemoryError e) {
      return Refusal.invalid(null, "the message takes more memory than the server has");
    }
  }

  private Incoming message(String given) {
    String text = (given.startsWith("\uFEFF") ? given.substring(1) : given).strip();
    if (text.isEmpty()) {
      return new Incoming.Nothing();
    }
    try {
      Object value = mapper.readValue(text, Object.class);
      if (value instanceof Map<?, ?> message) {
        return message(message, text.length());
      }
      return Refusal.invalid(
          null,
          value instanceof List
              ? "batches are not supported, send one message at a time"
              : "a message must be a JSON object");
    } catch (IOException e) {
      return Refusal.parseError(String.valueOf(e.getMessage()));
    }
  }

  private Incoming message(Map<?, ?> message, int length) {
    Object given = message.get("id");
    Object id = given instanceof String || given instanceof Number ? given : null;
    if (!McpSchema.JSONRPC_VERSION.equals(message.get("jsonrpc"))) {
      return Refusal.invalid(id, "jsonrpc must be \"2.0\"");
    }
    if (message.containsKey("result") || message.containsKey("error")) {
      return message.containsKey("method")
          ? Refusal.invalid(id, "a message has either a method or a result or error")
          : response(message);
    }
    if (!(message.get("method") instanceof String method)) {
      return Refusal.invalid(id, "method must be a string");
    }
    if (!message.containsKey("id")) {
      return notification(method, message);
    }
    if (id instanceof String || id instanceof Integer || id instanceof Long) {
      return request(id, message, length);
    }
    return Refusal.invalid(id, "id must be a string or an integer of at most 64 bits");
  }

  /** With the envelope in order, all that can be wrong with a request is its params. */
  private Incoming request(Object id, Map<?, ?> message, int length) {
    try {
      return new Incoming.Request(mapper.convertValue(message, JSONRPCRequest.class), length);
    } catch (IllegalArgumentException e) {
      return new Refusal(
          id, McpSchema.ErrorCodes.INVALID_PARAMS, "Invalid params: " + e.getMessage());
    }
  }

  /**
   * Of the notifications only a cancellation counts. The session would act upon two more: that the
   * client is initialized, which the dispatcher has told it already, and that roots have changed,
   * which no tool here reads; about all others it only complains.
   */
  private static Incoming notification(String method, Map<?, ?> message) {
    if (method.equals(CANCELLED) && message.get("params") instanceof Map<?, ?> params) {
      Object id = params.get("requestId");
      return id == null ? new Incoming.Nothing() : new Incoming.Cancellation(id);
    }
    return new Incoming.Nothing();
  }

  /** JSON-RPC allows no answer to an answer, not even to a malformed one. */
  private Incoming response(Map<?, ?> message) {
    try {
      return new Incoming.Response(mapper.convertValue(message, JSONRPCResponse.class));
    } catch (IllegalArgumentException e) {
      return new Incoming.Nothing();
    }
  }
}

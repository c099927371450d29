package io.assistantmcp.server.stdio;

import io.assistantmcp.server.stdio.Incoming.Refusal;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tells what a line is. Never fails: a line that is nothing is a {@link Refusal}. */
final class MessageParser {

  private static final String CANCELLED = "notifications/cancelled";

  private final McpJsonMapper mapper;

  MessageParser(McpJsonMapper mapper) {
    this.mapper = mapper;
  }

  Incoming parse(Line line) {
    if (line instanceof Line.Text text) {
      try {
        return parse(text.text());
      } catch (OutOfMemoryError e) {
        return Refusal.invalid(null, "the line takes more memory than the server has");
      }
    }
    if (line instanceof Line.TooLong tooLong) {
      return Refusal.invalid(null, "the line is longer than " + tooLong.limit() + " bytes");
    }
    return parseError("not valid UTF-8");
  }

  private Incoming parse(String line) {
    String text = (line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
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
              ? "batches are not supported, send one message per line"
              : "a message must be a JSON object");
    } catch (IOException e) {
      return parseError(String.valueOf(e.getMessage()));
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

  private static Refusal parseError(String problem) {
    return new Refusal(null, McpSchema.ErrorCodes.PARSE_ERROR, "Parse error: " + problem);
  }
}

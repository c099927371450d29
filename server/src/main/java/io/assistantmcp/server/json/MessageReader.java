package io.assistantmcp.server.json;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ListRootsResult;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import io.modelcontextprotocol.spec.McpSchema.SetLevelRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns plain JSON values into the records of the SDK that a tools server is sent. */
final class MessageReader {

  private MessageReader() {}

  /**
   * A value as a record, or as itself where plain values are asked for.
   *
   * @throws IllegalArgumentException if the value has another shape, or nothing sent to a tools
   *     server is of this type
   */
  @SuppressWarnings("NullAway") // Object may be null, and the SDK's interface cannot say so
  static <T> T read(@Nullable Object value, Class<T> type) {
    if (type == Object.class || type.isInstance(value)) {
      return type.cast(value);
    }
    if (Map.class.isAssignableFrom(type)) {
      return type.cast(Fields.asObject("", value));
    }
    if (type == List.class || type == String.class) {
      throw Fields.wrong("", "must be " + (type == List.class ? "an array" : "a string"));
    }
    return type.cast(message(value, type));
  }

  private static Object message(@Nullable Object value, Class<?> type) {
    if (type == JSONRPCRequest.class) {
      return Envelopes.request(Fields.of("", value));
    }
    if (type == JSONRPCNotification.class) {
      return Envelopes.notification(Fields.of("", value));
    }
    if (type == JSONRPCResponse.class) {
      return Envelopes.response(Fields.of("", value));
    }
    if (type == ListRootsResult.class) {
      return Params.roots(Fields.of("/result", value));
    }
    return params(Fields.of("/params", value), type);
  }

  private static Object params(Fields params, Class<?> type) {
    if (type == CallToolRequest.class) {
      return Params.callTool(params);
    }
    if (type == PaginatedRequest.class) {
      return Params.page(params);
    }
    if (type == InitializeRequest.class) {
      return ClientHandshake.read(params);
    }
    if (type == SetLevelRequest.class) {
      return Params.level(params);
    }
    throw new IllegalArgumentException("Cannot read JSON as " + type.getSimpleName());
  }
}

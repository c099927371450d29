package io.assistantmcp.server.json;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of the SDK that a tools server sends into plain JSON values, one level at a
 * time. Fields that are null are left out; nulls inside maps stay.
 */
final class MessageWriter {

  /** What the SDK says whatever the tool was called; its data ends in the real name. */
  private static final String UNKNOWN_TOOL = "Unknown tool: invalid_tool_name";

  private MessageWriter() {}

  /**
   * The plain value of a message or of a part of one.
   *
   * @throws IllegalArgumentException if a tools server sends nothing of this type
   */
  static Object plain(Object message) {
    Object plain = envelope(message);
    if (plain == null) {
      plain = ServerHandshake.plain(message);
    }
    if (plain == null) {
      plain = ToolMessages.plain(message);
    }
    if (plain == null) {
      throw new IllegalArgumentException(
          "Cannot write " + message.getClass().getSimpleName() + " as JSON");
    }
    return plain;
  }

  private static @Nullable Map<String, @Nullable Object> envelope(Object message) {
    if (message instanceof JSONRPCResponse m) {
      Map<String, @Nullable Object> fields = present("jsonrpc", m.jsonrpc(), "id", m.id());
      fields.putAll(present("result", m.result(), "error", m.error()));
      return fields;
    }
    if (message instanceof JSONRPCError m) {
      return error(m);
    }
    if (message instanceof JSONRPCRequest m) {
      return present(
          "jsonrpc", m.jsonrpc(), "method", m.method(), "id", m.id(), "params", m.params());
    }
    if (message instanceof JSONRPCNotification m) {
      return present("jsonrpc", m.jsonrpc(), "method", m.method(), "params", m.params());
    }
    if (message instanceof PaginatedRequest m) {
      return present("cursor", m.cursor(), "_meta", m.meta());
    }
    return message instanceof McpError m ? refusal(m) : null;
  }

  /** The SDK puts an exception itself into the body of an HTTP error; a client reads JSON-RPC. */
  private static Map<String, @Nullable Object> refusal(McpError refusal) {
    Map<String, @Nullable Object> fields = present("jsonrpc", McpSchema.JSONRPC_VERSION);
    fields.put("id", null);
    JSONRPCError error = refusal.getJsonRpcError();
    fields.put(
        "error",
        error != null
            ? error
            : new JSONRPCError(McpSchema.ErrorCodes.INTERNAL_ERROR, "Internal error"));
    return fields;
  }

  private static Map<String, @Nullable Object> error(JSONRPCError error) {
    if (UNKNOWN_TOOL.equals(error.message()) && error.data() instanceof String data) {
      String name = data.substring(data.indexOf(": ") + 2);
      return present("code", error.code(), "message", "Unknown tool: " + name);
    }
    return present("code", error.code(), "message", error.message(), "data", error.data());
  }

  /** A JSON object of these names and values, without those that are null. */
  static Map<String, @Nullable Object> present(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
      }
    }
    return fields;
  }
}

package io.assistantmcp.server.json;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import org.jspecify.annotations.Nullable;

/** Reads the three kinds of JSON-RPC messages. */
final class Envelopes {

  private Envelopes() {}

  /**
   * Reads a request and checks its params with it: where the SDK reads them it is too late for a
   * good answer, over HTTP even for any.
   */
  static JSONRPCRequest request(Fields message) {
    String method = message.requiredString("method");
    Object params = message.any("params");
    checkParams(method, params);
    return new JSONRPCRequest(version(message), method, id(message), params);
  }

  static JSONRPCNotification notification(Fields message) {
    String method = message.requiredString("method");
    return new JSONRPCNotification(version(message), method, message.object("params"));
  }

  static JSONRPCResponse response(Fields message) {
    Object result = message.any("result");
    JSONRPCError error = message.object("error", Envelopes::error);
    if ((result == null) == (error == null)) {
      throw Fields.wrong("", "must have either a result or an error");
    }
    return new JSONRPCResponse(version(message), id(message), result, error);
  }

  private static JSONRPCError error(Fields error) {
    Integer code = error.integer("code");
    if (code == null) {
      throw error.wrongField("code", "must be an integer");
    }
    return new JSONRPCError(code, error.requiredString("message"), error.any("data"));
  }

  private static String version(Fields message) {
    String version = message.requiredString("jsonrpc");
    if (!version.equals(McpSchema.JSONRPC_VERSION)) {
      throw message.wrongField("jsonrpc", "must be \"2.0\"");
    }
    return version;
  }

  private static Object id(Fields message) {
    Object id = message.any("id");
    if (id instanceof String || id instanceof Integer || id instanceof Long) {
      return id;
    }
    throw message.wrongField("id", "must be a string or an integer of at most 64 bits");
  }

  private static void checkParams(String method, @Nullable Object params) {
    switch (method) {
      case McpSchema.METHOD_INITIALIZE -> ClientHandshake.read(Fields.of("/params", params));
      case McpSchema.METHOD_TOOLS_CALL -> Params.callTool(Fields.of("/params", params));
      case McpSchema.METHOD_LOGGING_SET_LEVEL -> Params.level(Fields.of("/params", params));
      case McpSchema.METHOD_TOOLS_LIST -> {
        if (params != null) {
          Params.page(Fields.of("/params", params));
        }
      }
      default -> {
        // Nobody reads the params of ping, nor those of methods that a tools server does not have.
      }
    }
  }
}

package io.assistantmcp.server.session;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a text turned out to be. */
public sealed interface Incoming {

  /**
   * A request.
   *
   * @param length of its text, in characters
   */
  record Request(JSONRPCRequest message, int length) implements Incoming {

    public Object id() {
      return message.id();
    }
  }

  /** The client's answer to a request of ours. */
  record Response(JSONRPCResponse message) implements Incoming {}

  /** The client no longer wants the answer to this request. */
  record Cancellation(Object requestId) implements Incoming {}

  /** Nothing to do and nothing to answer. */
  record Nothing() implements Incoming {}

  /**
   * A text that is answered with an error.
   *
   * @param id the request's id, if it could be read
   */
  record Refusal(@Nullable Object id, int code, String message) implements Incoming {

    public static Refusal invalid(@Nullable Object id, String message) {
      return new Refusal(id, McpSchema.ErrorCodes.INVALID_REQUEST, "Invalid request: " + message);
    }

    /** Of a text that is no JSON. */
    public static Refusal parseError(String problem) {
      return new Refusal(null, McpSchema.ErrorCodes.PARSE_ERROR, "Parse error: " + problem);
    }

    /** The answer. A map, since the SDK's record cannot be without an id. */
    public Map<String, @Nullable Object> answer() {
      Map<String, @Nullable Object> answer = new HashMap<>();
      answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
      answer.put("id", id);
      answer.put("error", Map.of("code", code, "message", message));
      return answer;
    }
  }
}

package io.assistantmcp.server.call;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Locale;

/**
 * What became of a call.
 *
 * @param kind in a word, for the log
 * @param result what the caller gets
 * @param status the HTTP status, or 0 if there was no answer
 * @param requestId upstream's name for the request, or empty
 */
record Outcome(Kind kind, CallToolResult result, int status, String requestId) {

  enum Kind {
    DONE,
    REFUSED,
    INVALID,
    WITHHELD,
    FAILED,
    CANCELLED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Outcome answered(Kind kind, Answer answer, CallToolResult result) {
    return new Outcome(kind, result, answer.status(), answer.header("x-request-id"));
  }

  static Outcome unanswered(Kind kind, CallToolResult result) {
    return new Outcome(kind, result, 0, "");
  }
}

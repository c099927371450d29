package io.assistantmcp.server.call;

import io.assistantmcp.server.json.JsonText;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Optional;

/** Results in the shape of MCP. */
final class ToolResults {

  private ToolResults() {}

  /**
   * Upstream's text as it came, and as structured content if it is a JSON object. Empty if there is
   * no success to tell of: a refusal, a text that broke off, a web page.
   */
  static Optional<CallToolResult> success(Answer answer) {
    if (!answer.successful()) {
      return Optional.empty();
    }
    CallToolResult.Builder result = CallToolResult.builder().isError(false);
    if (answer.text().isBlank()) {
      return Optional.of(
          result.addTextContent("Done: HTTP " + answer.status() + " without a body.").build());
    }
    Optional<JsonText> object = JsonText.object(answer.text());
    object.ifPresent(result::structuredContent);
    if (object.isEmpty() && !Json.valid(answer.text())) {
      return Optional.empty();
    }
    return Optional.of(result.addTextContent(answer.text()).build());
  }

  /** Everything about a failure in one text, since some clients show the first block only. */
  static CallToolResult failure(String text) {
    return CallToolResult.builder().isError(true).addTextContent(text).build();
  }
}

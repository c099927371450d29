package io.assistantmcp.server.call;

import io.assistantmcp.server.json.JsonText;
import io.assistantmcp.tool.AnswerForm;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Optional;

/** Results in the shape of MCP. */
final class ToolResults {

  /** What is shown of a text that is not JSON, in characters: more, no client takes. */
  static final int LONGEST_TEXT = 256 << 10;

  private ToolResults() {}

  /**
   * Upstream's text as it came, and as structured content if it is a JSON object. Empty if there is
   * no success to tell of: a refusal, a text that broke off, a web page.
   */
  static Optional<CallToolResult> success(Answer answer, AnswerForm form) {
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
      return form == AnswerForm.ANY ? Optional.of(file(answer)) : Optional.empty();
    }
    return Optional.of(result.addTextContent(answer.text()).build());
  }

  /** A text as far as it can be shown; of anything else only what it is. */
  private static CallToolResult file(Answer answer) {
    String text = answer.text();
    if (!answer.readable()) {
      return failure(
          ("The answer is no text but %d bytes of %s, which a tool cannot show. A retry would bring"
                  + " the same; get it from the API itself.")
              .formatted(answer.length(), type(answer)));
    }
    if (text.length() <= LONGEST_TEXT) {
      return CallToolResult.builder().isError(false).addTextContent(text).build();
    }
    int end = LONGEST_TEXT - (Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0);
    String note =
        "\n\n[Cut off here, after %d of %d characters; the API itself has the rest.]"
            .formatted(end, text.length());
    return CallToolResult.builder()
        .isError(false)
        .addTextContent(text.substring(0, end) + note)
        .build();
  }

  private static String type(Answer answer) {
    String type = answer.header("content-type");
    return type.matches("[\\w.+-]+/[\\w.+-]+(;.*)?")
        ? type.replaceFirst(";.*", "")
        : "an unknown type";
  }

  /** Everything about a failure in one text, since some clients show the first block only. */
  static CallToolResult failure(String text) {
    return CallToolResult.builder().isError(true).addTextContent(text).build();
  }
}

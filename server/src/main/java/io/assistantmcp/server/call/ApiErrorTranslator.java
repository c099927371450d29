package io.assistantmcp.server.call;

import io.assistantmcp.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.List;

/** Turns an upstream error into one text that says everything a model or a person needs. */
final class ApiErrorTranslator {

  private final KeyAdvice advice;
  private final String setting;

  /**
   * @param advice what to say about keys, and of which host
   * @param setting what leads there
   */
  ApiErrorTranslator(KeyAdvice advice, String setting) {
    this.advice = advice;
    this.setting = setting;
  }

  String translate(Answer answer, ToolDefinition tool, int attempts) {
    UpstreamError error = UpstreamError.read(answer.text());
    List<String> lines = new ArrayList<>();
    lines.add(
        "HTTP %d from %s (%s %s)"
            .formatted(
                answer.status(),
                advice.host(),
                tool.operation().method(),
                tool.operation().path()));
    add(lines, "type", error.type());
    add(lines, "code", error.code());
    add(lines, "param", error.param());
    add(lines, "message", error.message());
    add(lines, "request id", answer.header("x-request-id"));
    add(lines, "retry after", retryAfter(answer));
    add(lines, "attempts", attempts > 1 ? String.valueOf(attempts) : "");
    NextStep next = NextStep.after(answer, error, advice, setting, tool, attempts);
    lines.add("next step: " + next.step());
    lines.add("retry: " + next.retry());
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(name + ": " + value);
    }
  }

  private static String retryAfter(Answer answer) {
    String value = answer.header("retry-after");
    return value.matches("\\d+") ? value + " seconds" : value;
  }
}

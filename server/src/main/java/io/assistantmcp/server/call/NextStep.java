package io.assistantmcp.server.call;

import static io.assistantmcp.server.config.UpstreamConfig.ENGINE;
import static io.assistantmcp.server.config.UpstreamConfig.OPENAI;

import io.assistantmcp.server.config.Settings;
import io.assistantmcp.tool.ToolDefinition;

/**
 * What to do about an upstream error.
 *
 * @param retry whether the same call makes sense again
 * @param step what comes first
 */
record NextStep(String retry, String step) {

  private static final String NO = "makes no sense";
  private static final String NOT_BEFORE = "makes no sense before that";

  static NextStep after(
      Answer answer,
      UpstreamError error,
      KeyAdvice advice,
      String setting,
      ToolDefinition tool,
      int attempts) {
    return switch (answer.status()) {
      case 401 -> new NextStep(NOT_BEFORE, advice.rejected());
      case 403 -> new NextStep(NOT_BEFORE, advice.insufficient());
      case 404, 410 ->
          switch (advice.host()) {
            case OPENAI -> Destination.isAssistants(tool) ? shutDown() : missing(tool, attempts);
            case ENGINE -> notHere();
            default -> missing(tool, attempts);
          };
      case 409 ->
          new NextStep(
              "may make sense after that",
              "the object is busy or was changed meanwhile; read it again, then decide.");
      case 429 -> tooMany(error);
      default ->
          answer.status() == 408 || answer.status() >= 500
              ? fault(advice, tool)
              : rest(answer, setting, tool);
    };
  }

  private static NextStep fault(KeyAdvice advice, ToolDefinition tool) {
    return advice.host().equals(ENGINE)
        ? new NextStep(
            NOT_BEFORE, "follow the message; 'openai-assistant-mcp doctor' checks the database.")
        : new NextStep(
            tool.hints().idempotent() ? "does no harm" : "may do it twice",
            "the fault is upstream. " + Repetition.advice(tool));
  }

  private static NextStep shutDown() {
    return new NextStep(
        NOT_BEFORE,
        "OpenAI shut the Assistants API down on 2026-08-26, so no call to "
            + OPENAI
            + " can succeed. Set "
            + Settings.BACKEND
            + "=embedded to have assistants here, on any model API, or "
            + Settings.BASE_URL
            + " to a server that still speaks it, and restart the server.");
  }

  private static NextStep notHere() {
    return new NextStep(
        NO,
        "check the ids; if they are right, the object was deleted, is another key's, or was made at"
            + " OpenAI, from where nothing can be fetched since the shutdown of 2026-08-26.");
  }

  private static NextStep missing(ToolDefinition tool, int attempts) {
    if (attempts > 1 && tool.hints().destructive()) {
      return new NextStep(
          NO, "most likely an earlier attempt of this call deleted it; then all is done.");
    }
    return new NextStep(
        NO,
        "check the ids; if they are right, the object was deleted or belongs to another project.");
  }

  private static NextStep tooMany(UpstreamError error) {
    return error.code().equals("insufficient_quota")
        ? new NextStep(
            NOT_BEFORE,
            "the quota is used up, so waiting does not help; check plan and billing of the key.")
        : new NextStep("makes sense after a wait", "wait, then call again; nothing was done.");
  }

  private static NextStep rest(Answer answer, String setting, ToolDefinition tool) {
    if (answer.successful()) {
      return new NextStep(
          tool.hints().idempotent() ? "does no harm" : "may do it twice",
          "the answer is no JSON: it broke off, or "
              + setting
              + " is not the address of an API. "
              + Repetition.advice(tool));
    }
    return answer.status() < 400
        ? new NextStep(
            NOT_BEFORE,
            "redirects are not followed, since they could carry the key elsewhere; set "
                + setting
                + " to the final address.")
        : new NextStep(
            "makes no sense with the same arguments", "correct the arguments and call again.");
  }
}

package io.assistantmcp.server.call;

import io.assistantmcp.server.config.Settings;
import io.assistantmcp.tool.ToolDefinition;

/** What to do about an upstream error. */
final class NextStep {

  private static final String OPENAI = "api.openai.com";

  private NextStep() {}

  static String after(Answer answer, UpstreamError error, String host, ToolDefinition tool) {
    return switch (answer.status()) {
      case 401 ->
          "set " + Settings.API_KEY + " to a key that " + host + " accepts and restart the server.";
      case 403 ->
          "use a key with the permissions this needs; "
              + Settings.API_KEY
              + " holds the present one.";
      case 404, 410 -> host.equals(OPENAI) ? shutDown() : missing();
      case 409 -> "the object is busy or was changed meanwhile; read it again, then decide.";
      case 429 -> tooMany(error);
      case 408, 500, 502, 503, 504 -> "the fault is upstream. " + Repetition.advice(tool);
      default -> answer.status() < 400 ? redirected() : "correct the arguments and call again.";
    };
  }

  private static String shutDown() {
    return "OpenAI shut the Assistants API down on 2026-08-26, so no call to "
        + OPENAI
        + " can succeed. Set "
        + Settings.BASE_URL
        + " to a server that is compatible with it, such as http://localhost:8080/v1, and restart"
        + " the server.";
  }

  private static String missing() {
    return "check the ids; if they are right, the object was deleted or belongs to another project.";
  }

  private static String tooMany(UpstreamError error) {
    return error.code().equals("insufficient_quota")
        ? "the quota is used up, so waiting does not help; check plan and billing of the key."
        : "wait, then call again; nothing was done.";
  }

  private static String redirected() {
    return "redirects are not followed, since they could carry the key elsewhere; set "
        + Settings.BASE_URL
        + " to the final address.";
  }
}

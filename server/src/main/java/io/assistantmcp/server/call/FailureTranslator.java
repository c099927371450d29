package io.assistantmcp.server.call;

import io.assistantmcp.server.client.CallProgress;
import io.assistantmcp.server.client.ConnectionProblem;
import io.assistantmcp.server.config.UpstreamConfig;
import io.assistantmcp.tool.ToolDefinition;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Says what went wrong when there is no answer to translate. */
final class FailureTranslator {

  private final String place;
  private final String setting;
  private final long seconds;

  /**
   * @param setting what leads there
   */
  FailureTranslator(UpstreamConfig config, String setting) {
    this.setting = setting;
    this.place = config.place();
    this.seconds = config.timeout().toSeconds();
  }

  /** For a failure of the connection, or of what came over it. */
  String translate(IOException failure, ToolDefinition tool, CallProgress progress) {
    if (failure instanceof AnswerTooLargeException) {
      return "The answer of "
          + place
          + " is larger than "
          + Answer.MAX_MEBIBYTES
          + " MiB. "
          + tooLarge(tool);
    }
    String attempts = progress.attempts() > 1 ? " Attempts: " + progress.attempts() + "." : "";
    return connection(failure, tool, progress) + attempts;
  }

  /** For whatever should not happen. */
  String internal() {
    return "The call failed inside this server, before there was an answer. It is an error of the"
        + " server, not of the arguments, and a retry is not likely to help; please report it with"
        + " the name of the tool.";
  }

  private String connection(IOException failure, ToolDefinition tool, CallProgress progress) {
    if (progress.sent()) {
      String what =
          failure instanceof InterruptedIOException
              ? "No complete answer from " + place + " within " + seconds + " seconds. "
              : "The connection to " + place + " broke before the answer was complete. ";
      return what + Repetition.advice(tool);
    }
    return "No connection to "
        + place
        + ": "
        + ConnectionProblem.of(failure)
        + (progress.attempts() > 1 ? ". A" : ". Nothing was sent, so a")
        + " retry does no harm; but first check "
        + setting
        + " and the network.";
  }

  private static String tooLarge(ToolDefinition tool) {
    return tool.hints().readOnly()
        ? "A retry would bring the same; ask for less, for instance with a smaller limit."
        : Repetition.advice(tool);
  }
}

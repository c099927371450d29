package io.assistantmcp.server.call;

import io.assistantmcp.tool.ToolDefinition;

/** Whether a call can be repeated when it is not known what became of it. */
final class Repetition {

  private Repetition() {}

  static String advice(ToolDefinition tool) {
    return tool.hints().idempotent()
        ? "Call again; a repetition does no harm."
        : "It may have taken effect all the same: look before calling again.";
  }
}

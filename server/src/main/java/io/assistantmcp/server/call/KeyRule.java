package io.assistantmcp.server.call;

import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.KeySource;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.tool.ToolDefinition;
import java.util.Optional;

/**
 * Which calls can be made without a key: none of a remote server; of the embedded engine all that
 * ask no model, unless it tells its clients apart by their keys.
 *
 * @param config says which of them there is
 * @param advice what to do where a key is needed
 */
record KeyRule(ServerConfig config, KeyAdvice advice) {

  /** Why a call cannot be made with the key that it has or lacks. */
  Optional<String> objection(ToolCall call) {
    if (call.credentials().key() != null) {
      return Optional.empty();
    }
    EmbeddedConfig embedded = config.embedded();
    if (embedded == null || config.credentials().source() != KeySource.SETTING) {
      return Optional.of(advice.missing());
    }
    return embedded.needsKey() && startsRun(call.definition())
        ? Optional.of(noModel())
        : Optional.empty();
  }

  private static boolean startsRun(ToolDefinition tool) {
    return tool.operation().method().equals("POST") && tool.operation().path().endsWith("/runs");
  }

  private static String noModel() {
    return "The run could only fail, since there is no key for the model; nothing was done. Set "
        + Settings.API_KEY
        + " or "
        + Settings.MODEL_KEY
        + " to a key of OpenAI, or "
        + Settings.MODEL_URL
        + " to a provider that needs none (such as http://localhost:11434/v1 with "
        + Settings.MODEL_API
        + "=chat), or "
        + Settings.MODEL_API
        + "=echo to try things out, and restart the server; before that a retry makes no sense.";
  }
}

package io.assistantmcp.server.call;

import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.KeySource;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.tool.ToolDefinition;
import java.util.Optional;

/**
 * Which calls can be made without a key: none of a remote server; of the embedded engine all that
 * ask no model, unless it tells its clients apart by their keys. And which can be made at all of
 * what the engine does not have: those that a provider has, whose things are not everybody's.
 *
 * @param config says which of them there is
 * @param advice what to do where a key is needed
 */
record KeyRule(ServerConfig config, KeyAdvice advice) {

  /** Why a call cannot be made with the key that it has or lacks. */
  Optional<String> objection(ToolCall call) {
    EmbeddedConfig embedded = config.embedded();
    if (embedded != null && !Destination.isAssistants(call.definition())) {
      return ofProvider(call, embedded);
    }
    if (call.credentials().key() != null) {
      return Optional.empty();
    }
    if (embedded == null || config.credentials().source() != KeySource.SETTING) {
      return Optional.of(advice.missing());
    }
    return embedded.needsKey() && startsRun(call.definition())
        ? Optional.of(noModel())
        : Optional.empty();
  }

  private Optional<String> ofProvider(ToolCall call, EmbeddedConfig embedded) {
    if (!embedded.hasFiles()) {
      return Optional.of(noFiles());
    }
    if (embedded.hasOwnKey()) {
      return config.credentials().source() == KeySource.SETTING
          ? Optional.empty()
          : Optional.of(shared());
    }
    return call.credentials().key() == null ? Optional.of(advice.missing()) : Optional.empty();
  }

  private static String noFiles() {
    return "Files and vector stores are at the provider of models, and this server's has none, as far"
        + " as it knows; nothing was sent. Set "
        + Settings.MODEL_API
        + " and "
        + Settings.MODEL_URL
        + " to OpenAI's, which they are unless set, or MODEL_HOSTED_TOOLS=on if the provider has"
        + " them, or "
        + Settings.BASE_URL
        + " to a server that has all; before that a retry makes no sense.";
  }

  private static String shared() {
    return "Files and vector stores of the server's own key would be everybody's whose key is passed"
        + " through; nothing was sent. Unset "
        + Settings.MODEL_KEY
        + ", so that each client's key is the provider's; before that a retry makes no sense.";
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

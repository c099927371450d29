package io.assistantmcp.server.config;

import java.util.List;

/** Which models answer where assistants are embedded. */
final class ModelSettings {

  static final Setting API =
      new Setting(
          Settings.MODEL_API,
          "--model-api",
          "responses",
          "responses, chat, echo",
          "The provider's API: OpenAI's Responses, or Chat Completions; `echo` needs no provider and"
              + " only repeats what it is told.");

  static final Setting URL =
      new Setting(
          Settings.MODEL_URL,
          "--model-base-url",
          "https://api.openai.com/v1",
          "`https`, or `http` to this machine",
          "The provider, such as `http://localhost:11434/v1` for Ollama.");

  static final Setting KEY =
      new Setting(
          Settings.MODEL_KEY,
          "",
          "",
          "ASCII without spaces",
          "The provider's key; without, the key that the call was made with is sent there.");

  static final Setting HEADERS =
      new Setting(
          "MODEL_HEADERS",
          "",
          "",
          "`name=value`, separated by commas",
          "More headers for the provider, such as `api-key=...` for Azure.");

  static final Setting DEFAULT =
      new Setting(
          "MODEL_DEFAULT",
          "--model-default",
          "",
          "the name of a model",
          "Answers instead of whatever model assistants name.");

  static final Setting ALIASES =
      new Setting(
          "MODEL_ALIASES",
          "--model-aliases",
          "",
          "`name=name`, separated by commas",
          "Models that answer instead of others, such as `gpt-4o=gpt-5.5,gpt-4=gpt-5.5`.");

  static final Setting TIMEOUT =
      new Setting(
          "MODEL_TIMEOUT",
          "--model-timeout",
          "120",
          "seconds from 1 to 3600",
          "How long one answer of a model may take.");

  static final Setting MAX_RETRIES =
      new Setting(
          "MODEL_MAX_RETRIES",
          "--model-max-retries",
          "3",
          "0 to 10",
          "How often a model is asked again after a failure that may pass.");

  static final Setting CONTEXT =
      new Setting(
          "MODEL_CONTEXT_TOKENS",
          "--model-context-tokens",
          "0",
          "0 to 10000000",
          "How much the model can read; of longer threads the middle is left out. 0 is unknown.");

  static final Setting HOSTED =
      new Setting(
          "MODEL_HOSTED_TOOLS",
          "--model-hosted-tools",
          "auto",
          "auto, on, off",
          "Whether the provider runs file search and code interpreter; `auto` is OpenAI only.");

  static final Setting UNSUPPORTED =
      new Setting(
          "MODEL_UNSUPPORTED_TOOLS",
          "--model-unsupported-tools",
          "reject",
          "reject, drop",
          "What becomes of a run with a tool that the provider does not have.");

  static final SettingGroup GROUP =
      new SettingGroup(
          "models",
          List.of(
              API,
              URL,
              KEY,
              HEADERS,
              DEFAULT,
              ALIASES,
              TIMEOUT,
              MAX_RETRIES,
              CONTEXT,
              HOSTED,
              UNSUPPORTED));

  private ModelSettings() {}
}

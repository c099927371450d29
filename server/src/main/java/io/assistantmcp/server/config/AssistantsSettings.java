package io.assistantmcp.server.config;

import java.util.List;

/** Where assistants live, and how their runs are executed. */
final class AssistantsSettings {

  static final Setting BACKEND =
      new Setting(
          Settings.BACKEND,
          "--backend",
          "",
          "embedded, remote",
          "Where assistants live: `embedded` here, in a database; `remote` at `"
              + Settings.BASE_URL
              + "`, which is what it is when that is set.");

  static final Setting DATABASE =
      new Setting(
          Settings.DATABASE,
          "--database",
          "",
          "a path, or `jdbc:sqlite:` and a path",
          "The file with all assistants, threads and runs; without, `openai-assistant-mcp/assistants.db`"
              + " in the user's data directory.");

  static final Setting HTTP =
      new Setting(
          "ASSISTANTS_HTTP",
          "--assistants-http",
          "false",
          "true or false",
          "Serves the API itself at `/v1`, for OpenAI's SDKs; only over HTTP.");

  static final Setting EXPIRY =
      new Setting(
          "RUN_EXPIRY",
          "--run-expiry",
          "600",
          "seconds from 10 to 86400",
          "How long a run may take; after that it is expired.");

  static final Setting WORKERS =
      new Setting(
          "RUN_WORKERS",
          "--run-workers",
          "8",
          "1 to 64",
          "How many runs are worked on at the same time.");

  static final SettingGroup GROUP =
      new SettingGroup("assistants", List.of(BACKEND, DATABASE, HTTP, EXPIRY, WORKERS));

  private AssistantsSettings() {}
}

package io.assistantmcp.server.config;

import java.util.List;

/** Whose key calls are made with. */
final class CredentialsSettings {

  private static final String SENDABLE = "ASCII without spaces";

  static final Setting KEY =
      new Setting(
          Settings.API_KEY,
          "",
          "",
          SENDABLE,
          "Sent as `Authorization: Bearer`, to the model's provider or to the remote server.");

  static final Setting ORGANIZATION =
      new Setting("OPENAI_ORG_ID", "--org-id", "", SENDABLE, "Sent as `OpenAI-Organization`.");

  static final Setting PROJECT =
      new Setting("OPENAI_PROJECT_ID", "--project-id", "", SENDABLE, "Sent as `OpenAI-Project`.");

  static final Setting PASSTHROUGH =
      new Setting(
          "MCP_CREDENTIALS_PASSTHROUGH",
          "--credentials-passthrough",
          "false",
          "true or false",
          "Each client brings its own key, in the header `"
              + Credentials.KEY_HEADER
              + "`; the server's own key, organisation and project are then never used.");

  static final Setting CLIENT_KEY =
      new Setting(
          Settings.HEADER_VARIABLE,
          "",
          "",
          SENDABLE,
          "Stands for that header on stdio, which has none; only with passthrough.");

  static final Setting CLIENT_ORGANIZATION =
      new Setting(
          "HTTP_HEADER_X_OPENAI_ORGANIZATION",
          "",
          "",
          SENDABLE,
          "The same for `" + Credentials.ORGANIZATION_HEADER + "`.");

  static final Setting CLIENT_PROJECT =
      new Setting(
          "HTTP_HEADER_X_OPENAI_PROJECT",
          "",
          "",
          SENDABLE,
          "The same for `" + Credentials.PROJECT_HEADER + "`.");

  static final SettingGroup GROUP =
      new SettingGroup(
          "keys",
          List.of(
              KEY,
              ORGANIZATION,
              PROJECT,
              PASSTHROUGH,
              CLIENT_KEY,
              CLIENT_ORGANIZATION,
              CLIENT_PROJECT));

  private CredentialsSettings() {}
}

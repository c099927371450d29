package io.assistantmcp.server.config;

import java.util.List;

/** Where calls go, and how. */
final class UpstreamSettings {

  static final Setting URL =
      new Setting(
          Settings.BASE_URL,
          "--base-url",
          "",
          "`https`, or `http` to this machine",
          "Another server of the Assistants API, if assistants live there; operations' paths are"
              + " appended.");

  static final Setting TIMEOUT =
      new Setting(
          "OPENAI_TIMEOUT",
          "--timeout",
          "120",
          "seconds from 1 to 3600",
          "How long a call may take, its retries included.");

  static final Setting MAX_RETRIES =
      new Setting(
          "OPENAI_MAX_RETRIES",
          "--max-retries",
          "2",
          "0 to 10",
          "How often a call that can safely be repeated is, after a failure that may pass.");

  static final Setting ALLOW_HTTP =
      new Setting(
          "ALLOW_HTTP",
          "--allow-http",
          "false",
          "true or false",
          "Lets base URLs be `http` to other machines; keys then travel unencrypted.");

  static final SettingGroup GROUP =
      new SettingGroup("calls", List.of(URL, TIMEOUT, MAX_RETRIES, ALLOW_HTTP));

  private UpstreamSettings() {}
}

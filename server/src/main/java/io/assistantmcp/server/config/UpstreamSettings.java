package io.assistantmcp.server.config;

import java.util.List;

/** Where calls go, and how. */
final class UpstreamSettings {

  static final Setting URL =
      new Setting(
          Settings.BASE_URL,
          "--base-url",
          "https://api.openai.com/v1",
          "`https`, or `http` to this machine",
          "The server to call; operations' paths are appended.");

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
          "Lets the base URL be `http` to other machines; the key then travels unencrypted.");

  static final SettingGroup GROUP =
      new SettingGroup("calls", List.of(URL, TIMEOUT, MAX_RETRIES, ALLOW_HTTP));

  private UpstreamSettings() {}
}

package io.assistantmcp.server.config;

import java.util.List;

/** What is logged and measured. */
final class LogSettings {

  static final Setting LEVEL =
      new Setting(
          "LOG_LEVEL",
          "--log-level",
          "warn",
          "trace, debug, info, warn, error, off",
          "How much is logged; `info` is a line per call, without arguments and results.");

  static final Setting FILE =
      new Setting(
          "LOG_FILE",
          "--log-file",
          "",
          "a file that can be written",
          "Takes the log instead of stderr; what is in it stays.");

  static final Setting FORMAT =
      new Setting(
          "LOG_FORMAT",
          "--log-format",
          "text",
          "text, json",
          "`json` is an object per line, for machines.");

  static final Setting METRICS =
      new Setting(
          "METRICS",
          "--metrics",
          "false",
          "true or false",
          "Serves figures for Prometheus at `/metrics`; only over HTTP.");

  static final SettingGroup GROUP =
      new SettingGroup("log and metrics", List.of(LEVEL, FILE, FORMAT, METRICS));

  private LogSettings() {}
}

package io.assistantmcp.server.config;

import java.util.List;

/** All settings. The README's table and {@code --help} are made from this list. */
public final class Settings {

  /** The setting with the key for upstream calls. */
  public static final String API_KEY = "OPENAI_API_KEY";

  /** The setting with the URL of the server to call. */
  public static final String BASE_URL = "OPENAI_BASE_URL";

  static final Setting KEY =
      new Setting(
          API_KEY,
          "",
          "",
          "ASCII without spaces",
          "Sent as `Authorization: Bearer`. Needed for calls, not for listing tools.");

  static final Setting URL =
      new Setting(
          BASE_URL,
          "--base-url",
          "https://api.openai.com/v1",
          "`https`, or `http` to this machine",
          "The server to call; operations' paths are appended.");

  static final Setting ORGANIZATION =
      new Setting(
          "OPENAI_ORG_ID",
          "--org-id",
          "",
          "ASCII without spaces",
          "Sent as `OpenAI-Organization`.");

  static final Setting PROJECT =
      new Setting(
          "OPENAI_PROJECT_ID",
          "--project-id",
          "",
          "ASCII without spaces",
          "Sent as `OpenAI-Project`.");

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

  static final Setting TRANSPORT =
      new Setting(
          "TRANSPORT",
          "--transport",
          "stdio",
          "stdio, the only one in this version",
          "How clients reach the server.");

  static final Setting HOST =
      new Setting(
          "HOST",
          "--host",
          "127.0.0.1",
          "a host name or an address",
          "Checked, but without effect until there is an HTTP transport.");

  static final Setting PORT =
      new Setting(
          "PORT",
          "--port",
          "8001",
          "0 to 65535",
          "Checked, but without effect until there is an HTTP transport.");

  static final Setting LOG_LEVEL =
      new Setting(
          "LOG_LEVEL",
          "--log-level",
          "warn",
          "trace, debug, info, warn, error, off",
          "How much is logged; `info` is a line per call, without arguments and results.");

  static final Setting LOG_FILE =
      new Setting(
          "LOG_FILE",
          "--log-file",
          "",
          "a file that can be written",
          "Takes the log instead of stderr; emptied at each start.");

  /** In the order in which they are shown. */
  public static final List<Setting> ALL =
      List.of(
          KEY,
          URL,
          ORGANIZATION,
          PROJECT,
          TIMEOUT,
          MAX_RETRIES,
          ALLOW_HTTP,
          TRANSPORT,
          HOST,
          PORT,
          LOG_LEVEL,
          LOG_FILE);

  private Settings() {}
}

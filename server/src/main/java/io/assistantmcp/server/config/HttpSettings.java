package io.assistantmcp.server.config;

import java.util.List;

/** How clients reach the server. All but the first are about HTTP only. */
final class HttpSettings {

  static final Setting TRANSPORT =
      new Setting(
          Settings.TRANSPORT,
          "--transport",
          "stdio",
          "stdio, streamable-http, sse, http",
          "How clients reach the server; `http` is both `streamable-http` and `sse`.");

  static final Setting HOST =
      new Setting(
          "HOST",
          "--host",
          "127.0.0.1",
          "a host name or an address",
          "The interface to listen on.");

  static final Setting PORT =
      new Setting("PORT", "--port", "8001", "0 to 65535", "The port; 0 takes any that is free.");

  static final Setting STATEFUL =
      new Setting(
          "MCP_STATEFUL",
          "--stateful",
          "false",
          "true or false",
          "Gives clients of `/mcp` sessions; without, any instance can answer any request.");

  static final Setting TOKEN =
      new Setting(
          "MCP_AUTH_TOKEN",
          "",
          "",
          "ASCII without spaces",
          "What every client has to send as `Authorization: Bearer`; it stays here.");

  static final Setting OPEN =
      new Setting(
          "MCP_ALLOW_UNAUTHENTICATED",
          "--allow-unauthenticated",
          "false",
          "true or false",
          "Serves other machines with the server's own key even without such a token.");

  static final Setting HOSTS =
      new Setting(
          "ALLOWED_HOSTS",
          "--allowed-hosts",
          "",
          "host names or addresses, with or without a port, as a JSON list or separated by commas",
          "More names that clients may call the server by, besides those of this machine.");

  static final Setting ORIGINS =
      new Setting(
          "BACKEND_CORS_ORIGINS",
          "--cors-origins",
          "",
          "origins such as `https://app.example`, as a JSON list or separated by commas",
          "More web sites whose pages may call, besides those of this machine.");

  static final Setting CALLS =
      new Setting(
          "MAX_CONCURRENT_CALLS",
          "--max-concurrent-calls",
          "1024",
          "1 to 100000",
          "How many calls are under way at most; others are told to come back.");

  static final Setting STREAMS =
      new Setting(
          "MAX_STREAMS",
          "--max-streams",
          "1024",
          "1 to 100000",
          "How many event streams are open at most.");

  static final Setting BODY =
      new Setting(
          "MAX_BODY_BYTES",
          "--max-body-bytes",
          "4194304",
          "1024 to 67108864",
          "The largest request that is read.");

  static final Setting RATE =
      new Setting(
          "RATE_LIMIT",
          "--rate-limit",
          "0",
          "0 to 1000000",
          "How many calls a key may make in a minute; 0 is any number.");

  static final SettingGroup GROUP =
      new SettingGroup(
          "transports",
          List.of(
              TRANSPORT, HOST, PORT, STATEFUL, TOKEN, OPEN, HOSTS, ORIGINS, CALLS, STREAMS, BODY,
              RATE));

  private HttpSettings() {}
}

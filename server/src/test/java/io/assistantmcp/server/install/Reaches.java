package io.assistantmcp.server.install;

import java.net.URI;

/** A server of each kind, with nothing of this machine in it. */
final class Reaches {

  static final Reach LAUNCHER = Command.launcher("/opt/openai assistant/bin/openai-assistant-mcp");
  static final Reach IMAGE = Command.docker("ghcr.io/someone/openai-assistant-mcp:1.2.3");

  private Reaches() {}

  static Endpoint http(String url, Authentication authentication) {
    return new Endpoint(URI.create(url), authentication);
  }

  static Reach of(Way way) {
    return switch (way) {
      case STDIO -> LAUNCHER;
      case DOCKER -> IMAGE;
      case HTTP -> http("http://127.0.0.1:8662/mcp", Authentication.KEY);
    };
  }
}

package io.assistantmcp.server.install;

import java.net.URI;
import java.util.List;

/** A process that makes HTTP endpoints of tools. It has one key for all who call it. */
final class Mcpo {

  /** Where it then listens. */
  static final URI URL = URI.create("http://127.0.0.1:8000");

  private static final String PLACE =
      "Run it in a shell that has OPENAI_API_KEY, and MCPO_API_KEY, which is what callers then send"
          + " as a bearer. %s/docs shows the tools.".formatted(URL);

  private Mcpo() {}

  static Snippet snippet(Reach reach) {
    ShellLine line = new ShellLine();
    if (reach instanceof Command command) {
      line.variable(Secret.API_KEY);
      start(line).words("--", command.program()).words(command.arguments());
    } else {
      Endpoint endpoint = (Endpoint) reach;
      start(line).words("--server-type", endpoint.isSse() ? "sse" : "streamable-http");
      if (!endpoint.headers().isEmpty()) {
        line.words("--header")
            .template(Json.compact(Json.object(endpoint.headers(Secret::inShell))));
      }
      line.words("--", endpoint.url().toString());
    }
    return new Snippet(Language.sh, line.toString(), List.of(PLACE));
  }

  /** Version 0.0.20 does not start with newer packages. By itself it lets all networks in. */
  private static ShellLine start(ShellLine line) {
    return line.words("uvx", "--with", "mcp<2", "--with", "fastapi<0.145", "mcpo")
        .words("--host", URL.getHost(), "--port", String.valueOf(URL.getPort()))
        .words("--api-key")
        .template(Secret.MCPO_KEY.inShell());
  }
}

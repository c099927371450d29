package io.assistantmcp.server.install;

/** It has a command for this, and puts variables into what it has kept, at each start. */
final class ClaudeCode {

  private static final String PLACE =
      "Run it in the project's folder, or with --scope user for all projects.";

  private ClaudeCode() {}

  static Snippet snippet(Reach reach) {
    ShellLine line = new ShellLine().words("claude", "mcp", "add");
    if (reach instanceof Endpoint endpoint) {
      line.words("--transport", endpoint.isSse() ? "sse" : "http");
      line.words(Json.NAME, endpoint.url().toString());
      endpoint
          .headers(ClaudeCode::reference)
          .forEach((name, value) -> line.words("--header", name + ": " + value));
    } else {
      Command command = (Command) reach;
      line.words(Json.NAME, "--env", Secret.API_KEY.variable() + "=" + reference(Secret.API_KEY));
      line.words("--", command.program()).words(command.arguments());
    }
    return new Snippet(Language.sh, line.toString(), Notes.withVariables(PLACE, reach));
  }

  private static String reference(Secret secret) {
    return "${" + secret.variable() + "}";
  }
}

package io.assistantmcp.server.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Its file knows no URLs, so those are reached through a process; and it reads no variables. */
final class ClaudeDesktop {

  private static final String PLACE =
      "It goes into claude_desktop_config.json, which Settings > Developer > Edit Config shows;"
          + " then restart Claude Desktop.";

  private static final String BETWEEN =
      "That file takes no URLs, so mcp-remote goes between, which needs Node.js.";

  // The line of versions that was tried.
  private static final String BRIDGE = "mcp-remote@0.15";

  private ClaudeDesktop() {}

  static Snippet snippet(Reach reach) {
    return reach instanceof Endpoint endpoint
        ? bridge(endpoint)
        : new Snippet(
            Language.json,
            Json.file(Json.command((Command) reach, Secret::placeholder)),
            List.of(PLACE));
  }

  /** Headers come by variables: arguments with spaces fall apart on Windows. */
  private static Snippet bridge(Endpoint endpoint) {
    List<String> arguments = new ArrayList<>(List.of("-y", BRIDGE, endpoint.url().toString()));
    arguments.addAll(List.of("--transport", endpoint.isSse() ? "sse-only" : "http-only"));
    if (!endpoint.isPrivate()) {
      arguments.add("--allow-http");
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (Header header : endpoint.headers()) {
      String variable = header.name().toUpperCase(Locale.ROOT).replace('-', '_');
      arguments.addAll(List.of("--header", header.name() + ":${" + variable + "}"));
      variables.put(variable, header.value(Secret::placeholder));
    }
    return new Snippet(
        Language.json,
        Json.file(Json.command(new Command("npx", arguments), variables)),
        List.of(PLACE, BETWEEN));
  }
}

package io.assistantmcp.server.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/** It asks for secrets once, and keeps them safe. */
final class VsCode {

  private static final String PLACE =
      "It goes into .vscode/mcp.json, or into the file that the command MCP: Open User"
          + " Configuration opens.";

  private static final String PROMPT = "VS Code asks for secrets when it first starts the server.";

  private VsCode() {}

  static Snippet snippet(Reach reach) {
    JsonObject file = new JsonObject();
    boolean asks = !reach.secrets().isEmpty();
    if (asks) {
      file.add("inputs", inputs(reach));
    }
    file.add("servers", Json.named(entry(reach)));
    return new Snippet(
        Language.json, Json.pretty(file), asks ? List.of(PLACE, PROMPT) : List.of(PLACE));
  }

  static JsonObject entry(Reach reach) {
    JsonObject entry = new JsonObject();
    JsonObject rest;
    if (reach instanceof Endpoint endpoint) {
      entry.addProperty("type", endpoint.isSse() ? "sse" : "http");
      rest = Json.endpoint("url", endpoint, VsCode::reference);
    } else {
      entry.addProperty("type", "stdio");
      rest = Json.command((Command) reach, VsCode::reference);
    }
    rest.asMap().forEach(entry::add);
    return entry;
  }

  /** What it asks for. */
  static JsonArray inputs(Reach reach) {
    JsonArray inputs = new JsonArray();
    for (Secret secret : reach.secrets()) {
      JsonObject input = new JsonObject();
      input.addProperty("type", "promptString");
      input.addProperty("id", id(secret));
      input.addProperty("description", secret.words());
      input.addProperty("password", true);
      inputs.add(input);
    }
    return inputs;
  }

  private static String reference(Secret secret) {
    return "${input:" + id(secret) + "}";
  }

  private static String id(Secret secret) {
    return secret.variable().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.assistantmcp.server.install;

import com.google.gson.JsonObject;

/** It reads variables when it starts a server. */
final class Cursor {

  private static final String PLACE =
      "It goes into .cursor/mcp.json of a project, or of the home folder for all projects.";

  private Cursor() {}

  static Snippet snippet(Reach reach) {
    return new Snippet(Language.json, Json.file(entry(reach)), Notes.withVariables(PLACE, reach));
  }

  static JsonObject entry(Reach reach) {
    return reach instanceof Endpoint endpoint
        ? Json.endpoint("url", endpoint, Cursor::reference)
        : Json.command((Command) reach, Cursor::reference);
  }

  private static String reference(Secret secret) {
    return "${env:" + secret.variable() + "}";
  }
}

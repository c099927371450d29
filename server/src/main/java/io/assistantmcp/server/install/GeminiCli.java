package io.assistantmcp.server.install;

import com.google.gson.JsonObject;

/** It puts variables into all of its file. */
final class GeminiCli {

  private static final String PLACE =
      "It goes into .gemini/settings.json of the home folder or of a project; Gemini CLI starts"
          + " servers in folders only that it trusts.";

  private GeminiCli() {}

  static Snippet snippet(Reach reach) {
    JsonObject entry =
        reach instanceof Endpoint endpoint
            ? Json.endpoint(endpoint.isSse() ? "url" : "httpUrl", endpoint, GeminiCli::reference)
            : Json.command((Command) reach, GeminiCli::reference);
    return new Snippet(Language.json, Json.file(entry), Notes.withVariables(PLACE, reach));
  }

  private static String reference(Secret secret) {
    return "$" + secret.variable();
  }
}

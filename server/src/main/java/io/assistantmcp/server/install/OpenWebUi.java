package io.assistantmcp.server.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** It connects to URLs only, so a process is reached through MCPO. */
final class OpenWebUi {

  private static final String PLACE =
      "Save it as a file and import that in Admin Panel > Settings > External Tools > Add"
          + " Connection; or set TOOL_SERVER_CONNECTIONS to it before the very first start.";

  private static final String BETWEEN =
      "Open WebUI starts no processes: MCPO does, with what 'print-config mcpo' prints for the same"
          + " transport, and this connects to MCPO.";

  private static final String CONTAINER =
      "If Open WebUI runs in a container, the URL's host is host.docker.internal.";

  private OpenWebUi() {}

  static Snippet snippet(Reach reach) {
    JsonObject connection = new JsonObject();
    if (reach instanceof Endpoint endpoint) {
      connection.addProperty("type", "mcp");
      connection.addProperty("url", endpoint.url().toString());
      authenticate(connection, endpoint);
    } else {
      connection.addProperty("type", "openapi");
      connection.addProperty("url", Mcpo.URL.toString());
      connection.addProperty("path", "openapi.json");
      connection.addProperty("auth_type", "bearer");
      connection.addProperty("key", Secret.MCPO_KEY.placeholder());
    }
    connection.add("config", config());
    connection.add("info", info());
    JsonArray connections = new JsonArray();
    connections.add(connection);
    return new Snippet(
        Language.json,
        Json.pretty(connections),
        reach instanceof Endpoint ? List.of(PLACE, CONTAINER) : List.of(PLACE, BETWEEN, CONTAINER));
  }

  /** A bearer has fields of its own; "none" does not mean that headers are not sent. */
  private static void authenticate(JsonObject connection, Endpoint endpoint) {
    String authentication = "none";
    String key = "";
    Map<String, String> headers = endpoint.headers(Secret::placeholder);
    if (headers.remove("Authorization") != null) {
      authentication = "bearer";
      key = Secret.TOKEN.placeholder();
    }
    connection.addProperty("auth_type", authentication);
    connection.addProperty("key", key);
    Json.addUnlessEmpty(connection, "headers", headers);
  }

  private static JsonObject config() {
    JsonObject config = new JsonObject();
    config.addProperty("enable", true);
    return config;
  }

  private static JsonObject info() {
    JsonObject info = new JsonObject();
    info.addProperty("id", Json.NAME);
    info.addProperty("name", "OpenAI Assistants");
    info.addProperty("description", "Assistants, threads and runs");
    return info;
  }
}

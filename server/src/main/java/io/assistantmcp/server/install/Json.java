package io.assistantmcp.server.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The JSON that most clients agree about. */
final class Json {

  /** What the server is called in configurations. Clients put it before the names of tools. */
  static final String NAME = "openai-assistant";

  private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().create();
  private static final Gson PRETTY =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private Json() {}

  /** The file of a client that calls the map of its servers {@code mcpServers}. */
  static String file(JsonObject entry) {
    JsonObject file = new JsonObject();
    file.add("mcpServers", named(entry));
    return pretty(file);
  }

  /** The only server, under its name. */
  static JsonObject named(JsonObject entry) {
    JsonObject named = new JsonObject();
    named.add(NAME, entry);
    return named;
  }

  /** A process, with the key as the client is told it. */
  static JsonObject command(Command command, Function<Secret, String> reference) {
    return command(command, Map.of(Secret.API_KEY.variable(), reference.apply(Secret.API_KEY)));
  }

  static JsonObject command(Command command, Map<String, String> variables) {
    JsonObject entry = new JsonObject();
    entry.addProperty("command", command.program());
    if (!command.arguments().isEmpty()) {
      JsonArray arguments = new JsonArray();
      command.arguments().forEach(arguments::add);
      entry.add("args", arguments);
    }
    addUnlessEmpty(entry, "env", variables);
    return entry;
  }

  /** A URL, under the name that the client has for it, with the secrets as it is told them. */
  static JsonObject endpoint(String name, Endpoint endpoint, Function<Secret, String> reference) {
    JsonObject entry = new JsonObject();
    entry.addProperty(name, endpoint.url().toString());
    addUnlessEmpty(entry, "headers", endpoint.headers(reference));
    return entry;
  }

  static void addUnlessEmpty(JsonObject to, String name, Map<String, String> properties) {
    if (!properties.isEmpty()) {
      to.add(name, object(properties));
    }
  }

  static JsonObject object(Map<String, String> properties) {
    JsonObject object = new JsonObject();
    properties.forEach(object::addProperty);
    return object;
  }

  static String compact(JsonElement json) {
    return COMPACT.toJson(json);
  }

  static String pretty(JsonElement json) {
    return PRETTY.toJson(json);
  }
}

package io.assistantmcp.server.call;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Ways into schemas and arguments that may not be of the shape one expects. */
final class Tree {

  private Tree() {}

  /** A member of an object or an element of an array; null as JSON has it if there is none. */
  static JsonElement child(JsonElement node, String name) {
    if (node instanceof JsonArray array) {
      return array.get(Integer.parseInt(name));
    }
    return node instanceof JsonObject object
        ? Objects.requireNonNullElse(object.get(name), JsonNull.INSTANCE)
        : JsonNull.INSTANCE;
  }

  /** The elements of an array, the one value that stands for such an array, or nothing for null. */
  static List<JsonElement> elements(JsonElement node) {
    if (node instanceof JsonArray array) {
      return array.asList();
    }
    return node.isJsonNull() ? List.of() : List.of(node);
  }

  /** The names of an object's members. */
  static Set<String> names(JsonElement node) {
    return node instanceof JsonObject object ? object.keySet() : Set.of();
  }
}

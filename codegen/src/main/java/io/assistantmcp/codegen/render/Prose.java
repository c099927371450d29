package io.assistantmcp.codegen.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;

/** Removes descriptions from a schema that no model reads. */
final class Prose {

  // Values of these are names or data, where "description" is no keyword.
  private static final Set<String> NAMED = Set.of("properties", "patternProperties");
  private static final Set<String> DATA = Set.of("enum", "const", "required");

  private Prose() {}

  static JsonObject without(JsonObject schema) {
    JsonObject bare = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : schema.entrySet()) {
      String keyword = entry.getKey();
      if (DATA.contains(keyword)) {
        bare.add(keyword, entry.getValue());
      } else if (NAMED.contains(keyword)) {
        JsonObject named = new JsonObject();
        entry
            .getValue()
            .getAsJsonObject()
            .asMap()
            .forEach((name, value) -> named.add(name, any(value)));
        bare.add(keyword, named);
      } else if (!keyword.equals("description")) {
        bare.add(keyword, any(entry.getValue()));
      }
    }
    return bare;
  }

  private static JsonElement any(JsonElement value) {
    if (value instanceof JsonObject schema) {
      return without(schema);
    }
    if (value instanceof JsonArray schemas) {
      JsonArray bare = new JsonArray();
      schemas.forEach(schema -> bare.add(any(schema)));
      return bare;
    }
    return value;
  }
}

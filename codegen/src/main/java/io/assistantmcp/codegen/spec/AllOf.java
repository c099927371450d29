package io.assistantmcp.codegen.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Undoes the {@code allOf} that only exists because OpenAPI 3.0 allows nothing beside a $ref. */
final class AllOf {

  private AllOf() {}

  /** Removes members that say nothing, and merges a single one into the schema around it. */
  static void simplify(JsonObject schema) {
    if (!(schema.get("allOf") instanceof JsonArray members)) {
      return;
    }
    List<JsonElement> telling = new ArrayList<>();
    members.forEach(member -> telling.add(member));
    telling.removeIf(new JsonObject()::equals);
    if (telling.isEmpty()) {
      schema.remove("allOf");
    } else if (telling.size() == 1
        && telling.get(0) instanceof JsonObject only
        && isMergeable(schema, only)) {
      schema.remove("allOf");
      only.asMap()
          .forEach(
              (keyword, value) -> {
                if (!schema.has(keyword)) {
                  schema.add(keyword, value);
                }
              });
    } else {
      JsonArray rest = new JsonArray();
      telling.forEach(rest::add);
      schema.add("allOf", rest);
    }
  }

  /** The outer description wins; any other keyword on both sides needs the allOf. */
  private static boolean isMergeable(JsonObject outer, JsonObject inner) {
    return inner.keySet().stream()
        .allMatch(keyword -> keyword.equals("description") || !outer.has(keyword));
  }
}

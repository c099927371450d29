package io.assistantmcp.codegen.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.Set;

/**
 * What a body's schema says beyond its own properties. Arguments hold what travels in path and
 * query as well, so it must not forbid what it does not know; the whole does that.
 */
final class Composition {

  private static final Set<String> SAID_OF_THE_WHOLE =
      Set.of("type", "properties", "required", "description", "additionalProperties");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> CLOSING =
      Set.of("additionalProperties", "unevaluatedProperties", "maxProperties");
  private static final JsonElement FALSE = new JsonPrimitive(false);

  private boolean opened;

  private Composition() {}

  /** The rest of a body's schema, empty if there is none. */
  static Optional<JsonObject> of(JsonObject schema) {
    JsonObject rest = new JsonObject();
    schema.asMap().forEach(rest::add);
    rest.keySet().removeAll(SAID_OF_THE_WHOLE);
    return rest.isEmpty() ? Optional.empty() : Optional.of(new Composition().open(rest));
  }

  private JsonObject open(JsonObject schema) {
    JsonObject open = new JsonObject();
    schema
        .asMap()
        .forEach(
            (keyword, value) -> {
              if (LISTS.contains(keyword) && value instanceof JsonArray members) {
                add(open, keyword, members);
              } else if (CLOSING.contains(keyword) && !value.isJsonObject()) {
                opened |= FALSE.equals(value);
              } else {
                open.add(keyword, value);
              }
            });
    return open;
  }

  /** Of branches that forbid nothing any more, several may fit. */
  private void add(JsonObject open, String keyword, JsonArray members) {
    Composition inside = new Composition();
    JsonArray opened = new JsonArray();
    members.forEach(
        member -> opened.add(member instanceof JsonObject object ? inside.open(object) : member));
    boolean isLoose = keyword.equals("oneOf") && inside.opened;
    open.add(isLoose ? "anyOf" : keyword, opened);
    this.opened |= inside.opened;
  }
}

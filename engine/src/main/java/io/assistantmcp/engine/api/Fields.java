package io.assistantmcp.engine.api;

import com.google.gson.JsonObject;

/**
 * The fields of objects. What was not set is not kept, so that it can be told from what was set to
 * its default, and is only filled in for those who look.
 */
public final class Fields {

  private static final JsonObject UNSET = Resource.read("unset-fields.json");

  private Fields() {}

  /** The fields that a request sets. */
  public static JsonObject given(JsonObject request) {
    return changed(new JsonObject(), request);
  }

  /** The fields after a request that sets some and clears, with null, others. */
  public static JsonObject changed(JsonObject fields, JsonObject request) {
    JsonObject changed = fields.deepCopy();
    request
        .asMap()
        .forEach(
            (name, value) -> {
              if (value.isJsonNull()) {
                changed.remove(name);
              } else {
                changed.add(name, value.deepCopy());
              }
            });
    return changed;
  }

  /** An object as the API shows it. */
  public static JsonObject shown(ObjectKind kind, String id, long createdAt, JsonObject fields) {
    JsonObject shown = new JsonObject();
    shown.addProperty("id", id);
    shown.addProperty("object", kind.object());
    shown.addProperty("created_at", createdAt);
    UNSET.getAsJsonObject(kind.object()).deepCopy().asMap().forEach(shown::add);
    fields.asMap().forEach(shown::add);
    return shown;
  }

  /** The answer to a deletion. */
  public static JsonObject deleted(ObjectKind kind, String id) {
    JsonObject answer = new JsonObject();
    answer.addProperty("id", id);
    answer.addProperty("object", kind.object() + ".deleted");
    answer.addProperty("deleted", true);
    return answer;
  }
}

package io.assistantmcp.codegen.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;

/** Says OpenAPI 3.0's {@code nullable} in JSON Schema, which ignores that keyword. */
final class NullAdmission {

  private static final JsonElement NULL_TYPE = new JsonPrimitive("null");

  private NullAdmission() {}

  /**
   * Whether a schema says that null is valid: by {@code nullable} itself, or by an {@code allOf}
   * with a member that says nothing else, which is how 3.0 documents put it beside a {@code $ref}.
   */
  static boolean isSaid(JsonObject schema) {
    if (new JsonPrimitive(true).equals(schema.get("nullable"))) {
      return true;
    }
    return schema.get("allOf") instanceof JsonArray members
        && members.asList().stream()
            .anyMatch(
                member ->
                    member instanceof JsonObject object
                        && object.keySet().equals(Set.of("nullable"))
                        && isSaid(object));
  }

  /** A schema for the same values and null. */
  static JsonObject admit(JsonObject schema) {
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.get(choice) instanceof JsonArray branches && isAlone(schema, choice)) {
        addNullBranch(branches);
        return schema;
      }
    }
    if (schema.has("const") || schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf")) {
      return wrapped(schema);
    }
    if (schema.get("enum") instanceof JsonArray values && !values.contains(JsonNull.INSTANCE)) {
      JsonArray withNull = values.deepCopy();
      withNull.add(JsonNull.INSTANCE);
      schema.add("enum", withNull);
    }
    if (schema.has("type")) {
      schema.add("type", withNull(schema.get("type")));
    }
    return schema;
  }

  private static boolean isAlone(JsonObject schema, String choice) {
    return schema.keySet().stream()
        .allMatch(keyword -> keyword.equals(choice) || keyword.equals("description"));
  }

  private static void addNullBranch(JsonArray branches) {
    boolean admitted =
        branches.asList().stream()
            .anyMatch(
                branch ->
                    branch instanceof JsonObject object && NULL_TYPE.equals(object.get("type")));
    if (!admitted) {
      branches.add(nullSchema());
    }
  }

  private static JsonObject wrapped(JsonObject schema) {
    JsonArray branches = new JsonArray();
    branches.add(schema);
    branches.add(nullSchema());
    JsonObject wrapped = new JsonObject();
    wrapped.add("anyOf", branches);
    return wrapped;
  }

  private static JsonElement withNull(JsonElement type) {
    JsonArray types = new JsonArray();
    if (type instanceof JsonArray several) {
      types.addAll(several);
    } else {
      types.add(type);
    }
    if (!types.contains(NULL_TYPE)) {
      types.add(NULL_TYPE);
    }
    return types;
  }

  private static JsonObject nullSchema() {
    JsonObject schema = new JsonObject();
    schema.add("type", NULL_TYPE);
    return schema;
  }
}

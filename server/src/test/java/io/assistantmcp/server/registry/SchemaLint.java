package io.assistantmcp.server.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a shown schema whatever some client or model API is known to refuse. */
final class SchemaLint {

  // An allow-list: whatever is not here has not been tried against the clients.
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "anyOf",
          "minimum",
          "maximum");

  private static final Set<String> TYPES =
      Set.of("string", "integer", "number", "boolean", "array", "object");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
  private static final Pattern MARKUP =
      Pattern.compile("[`<>]|\\*\\*|\\]\\(|https?:|www\\.|[\\p{Cf}\\p{Cc}\\p{Zl}\\p{Zp}]");

  private final List<String> problems = new ArrayList<>();

  private SchemaLint() {}

  static List<String> problems(JsonObject root) {
    SchemaLint lint = new SchemaLint();
    lint.check("", root);
    return lint.problems;
  }

  /** What is wrong with a text that a model reads. */
  static List<String> prose(String text) {
    if (text.isBlank() || !text.strip().equals(text)) {
      return List.of("is empty or padded: \"" + text + "\"");
    }
    return MARKUP.matcher(text).find() ? List.of("is no plain line: " + text) : List.of();
  }

  private void check(String pointer, JsonElement element) {
    if (!(element instanceof JsonObject schema)) {
      problems.add(pointer + " is no schema object");
      return;
    }
    for (String keyword : schema.keySet()) {
      if (!KEYWORDS.contains(keyword)) {
        problems.add(pointer + " has the keyword " + keyword);
      }
    }
    if (schema.has("description")) {
      prose(schema.get("description").getAsString())
          .forEach(problem -> problems.add(pointer + "/description " + problem));
    }
    if (schema.has("anyOf")) {
      checkChoice(pointer, schema);
    } else {
      checkType(pointer, schema);
    }
  }

  private void checkChoice(String pointer, JsonObject schema) {
    if (schema.size() != 1) {
      problems.add(pointer + " has keywords beside anyOf");
    }
    JsonArray branches = schema.getAsJsonArray("anyOf");
    Set<JsonElement> types = new HashSet<>();
    for (int i = 0; i < branches.size(); i++) {
      check(pointer + "/anyOf/" + i, branches.get(i));
      if (!types.add(branches.get(i).getAsJsonObject().get("type"))) {
        problems.add(pointer + "/anyOf has two branches of one type");
      }
    }
    if (branches.size() < 2) {
      problems.add(pointer + "/anyOf leaves no choice");
    }
  }

  private void checkType(String pointer, JsonObject schema) {
    JsonElement type = schema.get("type");
    if (type == null || !type.isJsonPrimitive() || !TYPES.contains(type.getAsString())) {
      problems.add(pointer + " has no single type: " + type);
      return;
    }
    allowOnly(pointer, schema, "items", type, "array");
    allowOnly(pointer, schema, "properties", type, "object");
    allowOnly(pointer, schema, "required", type, "object");
    allowOnly(pointer, schema, "additionalProperties", type, "object");
    allowOnly(pointer, schema, "enum", type, "string");
    if (type.getAsString().equals("array")) {
      check(pointer + "/items", schema.get("items"));
    }
    if (schema.has("additionalProperties")) {
      check(pointer + "/additionalProperties", schema.get("additionalProperties"));
    }
    if (schema.has("enum")) {
      schema.getAsJsonArray("enum").forEach(value -> checkEnumerated(pointer, value));
    }
    if (schema.has("properties")) {
      checkProperties(pointer, schema);
    }
  }

  private void checkEnumerated(String pointer, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      problems.add(pointer + "/enum has a value that is no string");
    }
  }

  private void checkProperties(String pointer, JsonObject schema) {
    JsonObject properties = schema.getAsJsonObject("properties");
    for (String name : properties.keySet()) {
      if (!NAME.matcher(name).matches()) {
        problems.add(pointer + " has a property named " + name);
      }
      check(pointer + "/properties/" + name, properties.get(name));
    }
    if (schema.has("required")) {
      for (JsonElement name : schema.getAsJsonArray("required")) {
        if (!properties.has(name.getAsString())) {
          problems.add(pointer + " requires " + name + ", which is no property");
        }
      }
    }
  }

  private void allowOnly(
      String pointer, JsonObject schema, String keyword, JsonElement type, String wanted) {
    if (schema.has(keyword) && !type.getAsString().equals(wanted)) {
      problems.add(pointer + " has " + keyword + " beside the type " + type);
    }
  }
}

package io.assistantmcp.codegen.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The only values a schema admits, by {@code enum} or {@code const}. */
final class Enumeration {

  private Enumeration() {}

  /** The values, none if the schema does not list them. */
  static List<JsonElement> of(JsonObject schema) {
    if (schema.has("const")) {
      return List.of(schema.get("const"));
    }
    return schema.get("enum") instanceof JsonArray values ? values.asList() : List.of();
  }

  /** The JSON Schema type of a value. */
  static String type(JsonElement value) {
    if (value instanceof JsonPrimitive primitive) {
      return primitive.isString() ? "string" : primitive.isBoolean() ? "boolean" : "number";
    }
    return value.isJsonArray() ? "array" : value.isJsonObject() ? "object" : "null";
  }

  static Set<String> strings(JsonObject schema) {
    Set<String> strings = new LinkedHashSet<>();
    of(schema).stream()
        .filter(value -> type(value).equals("string"))
        .forEach(value -> strings.add(value.getAsString()));
    return strings;
  }

  /** Some clients refuse an enum of numbers, so those are told in words. */
  static String numbersInWords(JsonObject schema) {
    String numbers =
        of(schema).stream()
            .filter(value -> type(value).equals("number"))
            .map(JsonElement::getAsString)
            .collect(Collectors.joining(", "));
    return numbers.isEmpty() ? "" : "one of " + numbers;
  }
}

package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;

/** What the API calls the kinds of JSON values. */
final class Kind {

  private static final int SHOWN = 100;

  private Kind() {}

  /** What a value is. */
  static String of(JsonElement value) {
    if (value instanceof JsonObject) {
      return "an object";
    }
    if (value instanceof JsonArray) {
      return "an array";
    }
    if (!(value instanceof JsonPrimitive primitive)) {
      return "null";
    }
    if (primitive.isString()) {
      return "a string";
    }
    return primitive.isBoolean() ? "a boolean" : isInteger(primitive) ? "an integer" : "a decimal";
  }

  static boolean isInteger(JsonPrimitive number) {
    return new BigDecimal(number.getAsString()).stripTrailingZeros().scale() <= 0;
  }

  /** What a type of JSON Schema is called. */
  static String named(JsonElement type) {
    return switch (type.getAsString()) {
      case "integer" -> "an integer";
      case "number" -> "a decimal";
      case "object" -> "an object";
      case "array" -> "an array";
      case "null" -> "null";
      default -> "a " + type.getAsString();
    };
  }

  /** What several types are called. That null is one of them is never told. */
  static String oneOf(List<JsonElement> types) {
    List<String> names =
        types.stream().map(Kind::named).filter(name -> !name.equals("null")).distinct().toList();
    return names.size() == 1 ? names.get(0) : "one of " + listed(names, "or");
  }

  /** Names with commas, and a word before the last. */
  static String listed(List<String> names, String word) {
    int last = names.size() - 1;
    return switch (names.size()) {
      case 1 -> names.get(0);
      case 2 -> names.get(0) + " " + word + " " + names.get(1);
      default -> String.join(", ", names.subList(0, last)) + ", " + word + " " + names.get(last);
    };
  }

  /** A value as a message repeats it. */
  static String shown(JsonElement value) {
    String text = value.isJsonPrimitive() ? value.getAsString() : Json.write(value);
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}

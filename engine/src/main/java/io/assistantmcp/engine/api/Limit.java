package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What the API says about a value beyond a limit. */
record Limit(String words, String code) {

  static Limit of(Violation one) {
    JsonElement value = one.value();
    String limit = one.limit().getAsString();
    return switch (one.keyword()) {
      case "maximum" -> number(value, "above maximum value", "<= " + limit, "above_max_value");
      case "minimum" -> number(value, "below minimum value", ">= " + limit, "below_min_value");
      case "maxLength" -> string(one, limit);
      case "maxItems" -> tooLong(value.getAsJsonArray(), limit);
      case "minItems" ->
          new Limit(
              "empty array. Expected an array with minimum length %s, but got an empty array instead."
                  .formatted(limit),
              "empty_array");
      case "maxProperties" -> tooMany(value.getAsJsonObject(), limit);
      default -> new Limit("the value does not fit.", "invalid_value");
    };
  }

  private static Limit number(JsonElement value, String problem, String expected, String code) {
    String kind = Kind.isInteger(value.getAsJsonPrimitive()) ? "integer" : "decimal";
    return new Limit(
        "%s %s. Expected a value %s, but got %s instead."
            .formatted(kind, problem, expected, value.getAsString()),
        kind + "_" + code);
  }

  private static Limit string(Violation one, String limit) {
    if (one.path().endsWith("/propertyNames/maxLength")) {
      return new Limit(
          "property name too long. Expected a property name with maximum length %s, but got a longer one instead."
              .formatted(limit),
          "property_name_above_max_length");
    }
    String text = one.value().getAsString();
    return new Limit(
        "string too long. Expected a string with maximum length %s, but got a string with length %d instead."
            .formatted(limit, text.codePointCount(0, text.length())),
        "string_above_max_length");
  }

  private static Limit tooLong(JsonArray array, String limit) {
    return new Limit(
        "array too long. Expected an array with maximum length %s, but got an array with length %d instead."
            .formatted(limit, array.size()),
        "array_above_max_length");
  }

  private static Limit tooMany(JsonObject object, String limit) {
    int size = object.size();
    return new Limit(
        ("too many properties. Expected an object with at most %s properties, but got an object with"
                + " %d properties instead.")
            .formatted(limit, size),
        "object_above_max_properties");
  }
}

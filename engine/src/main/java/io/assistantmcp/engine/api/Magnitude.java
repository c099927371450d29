package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;

/** Refuses numbers that validators would take hours over: 1e1000000000 has a billion digits. */
final class Magnitude {

  private static final int MAX_EXPONENT = 400;

  private Magnitude() {}

  static void check(JsonElement value) {
    if (value instanceof JsonObject object) {
      object.asMap().values().forEach(Magnitude::check);
    } else if (value instanceof JsonArray array) {
      array.forEach(Magnitude::check);
    } else if (value instanceof JsonPrimitive number && number.isNumber()) {
      BigDecimal decimal = new BigDecimal(number.getAsString());
      if (Math.abs((long) decimal.precision() - decimal.scale()) > MAX_EXPONENT) {
        throw ApiException.badRequest(
            "The body holds a number with more than %d digits.".formatted(MAX_EXPONENT));
      }
    }
  }
}

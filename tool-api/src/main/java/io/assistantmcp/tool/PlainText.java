package io.assistantmcp.tool;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON values where only text can be: as they are, if they are plain. */
final class PlainText {

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  /** In digits; beyond, an exponent is the shorter way to write it. */
  private static final int LONGEST_WHOLE = 40;

  private PlainText() {}

  /** A value; a list or an object is JSON. */
  static String of(Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof Number number ? of(number) : GSON.toJson(value);
  }

  /** Whole numbers without a point, however they were written; others as they were. */
  private static String of(Number number) {
    BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
    return exact.scale() <= 0 && exact.precision() - exact.scale() <= LONGEST_WHOLE
        ? exact.toBigIntegerExact().toString()
        : number.toString();
  }

  /** The elements of a list, or the names and values of an object, or just the value. */
  static String joined(Object value, String separator) {
    return elements(value).map(PlainText::of).collect(Collectors.joining(separator));
  }

  private static Stream<Object> elements(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(element -> element == null ? "" : element);
    }
    if (value instanceof Map<?, ?> fields) {
      return fields.entrySet().stream()
          .flatMap(
              field ->
                  Stream.of(
                      String.valueOf(field.getKey()),
                      field.getValue() == null ? "" : field.getValue()));
    }
    return Stream.of(value);
  }
}

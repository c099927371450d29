package io.assistantmcp.server.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads strict JSON text into plain values: maps, lists, strings, numbers, booleans, null.
 *
 * <p>Integers become the smallest of Integer, Long and BigInteger, all other numbers BigDecimal. Of
 * equal keys the last one counts. Gson stops at 255 levels and at numbers of 1,024 characters.
 */
final class JsonReading {

  /** Arithmetic on a number like 1e999999999 would take for ever. */
  private static final int LARGEST_EXPONENT = 9_999;

  private static final int LONGEST_PLACE = 100;

  private JsonReading() {}

  /**
   * The value of a text.
   *
   * @throws IOException if it is not exactly one JSON value; says where
   */
  static @Nullable Object read(String text) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      Object value = value(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return value;
    } catch (MalformedJsonException | EOFException | NumberFormatException e) {
      throw new IOException("not valid JSON near " + place(reader), e);
    }
  }

  private static @Nullable Object value(JsonReader reader) throws IOException {
    JsonToken token = reader.peek();
    return switch (token) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> reader.nextString();
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> {
        reader.nextNull();
        yield null;
      }
      default -> throw new MalformedJsonException("unexpected " + token);
    };
  }

  private static Map<String, @Nullable Object> object(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      object.put(reader.nextName(), value(reader));
    }
    reader.endObject();
    return object;
  }

  private static List<@Nullable Object> array(JsonReader reader) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value(reader));
    }
    reader.endArray();
    return array;
  }

  private static Number number(String digits) {
    if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
      return decimal(digits);
    }
    BigInteger integer = new BigInteger(digits);
    if (integer.bitLength() < Integer.SIZE) {
      return integer.intValue();
    }
    if (integer.bitLength() < Long.SIZE) {
      return integer.longValue();
    }
    return integer;
  }

  private static BigDecimal decimal(String digits) {
    BigDecimal decimal = new BigDecimal(digits);
    if (Math.abs((long) decimal.scale()) > LARGEST_EXPONENT) {
      throw new NumberFormatException("exponent out of range");
    }
    return decimal;
  }

  private static String place(JsonReader reader) {
    String path = reader.getPath();
    return path.length() <= LONGEST_PLACE ? path : path.substring(0, LONGEST_PLACE) + "...";
  }
}

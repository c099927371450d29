package io.assistantmcp.server.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Locale;

/** The kinds of JSON value, as the {@code type} of a schema names them. */
enum Kind {
  STRING("a string"),
  INTEGER("an integer"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  ARRAY("an array"),
  OBJECT("an object"),
  NULL("null");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  static Kind of(JsonElement value) {
    if (value instanceof JsonPrimitive primitive) {
      return primitive.isString() ? STRING : primitive.isBoolean() ? BOOLEAN : number(primitive);
    }
    return value.isJsonObject() ? OBJECT : value.isJsonArray() ? ARRAY : NULL;
  }

  /** JSON knows one kind of number: 20, 20.0 and 2e1 are the same integer. */
  private static Kind number(JsonPrimitive number) {
    return number.getAsBigDecimal().stripTrailingZeros().scale() <= 0 ? INTEGER : NUMBER;
  }

  /** The kind with this name in a schema. */
  static Kind named(JsonElement type) {
    return valueOf(type.getAsString().toUpperCase(Locale.ROOT));
  }

  /** Whether a value of this kind passes the {@code type} of a schema, if there is one. */
  boolean fits(JsonElement schema) {
    JsonElement type = Tree.child(schema, "type");
    return type.isJsonNull() || Tree.elements(type).stream().anyMatch(this::isOrExtends);
  }

  private boolean isOrExtends(JsonElement type) {
    Kind wanted = named(type);
    return wanted == this || (wanted == NUMBER && this == INTEGER);
  }

  @Override
  public String toString() {
    return words;
  }
}

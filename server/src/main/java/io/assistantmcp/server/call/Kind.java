package io.assistantmcp.server.call;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

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

  static Kind of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> STRING;
      case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
      case BOOLEAN -> BOOLEAN;
      case ARRAY -> ARRAY;
      case OBJECT -> OBJECT;
      default -> NULL;
    };
  }

  static Kind named(String type) {
    return valueOf(type.toUpperCase(Locale.ROOT));
  }

  /** Whether a value of this kind passes the {@code type} of a schema, if there is one. */
  boolean fits(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isMissingNode()) {
      return true;
    }
    return type.isArray() ? type.valueStream().anyMatch(this::isOrExtends) : isOrExtends(type);
  }

  private boolean isOrExtends(JsonNode type) {
    Kind wanted = named(type.stringValue());
    return wanted == this || (wanted == NUMBER && this == INTEGER);
  }

  @Override
  public String toString() {
    return words;
  }
}

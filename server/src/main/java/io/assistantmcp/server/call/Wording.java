package io.assistantmcp.server.call;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The words for what is wrong with a value. They never repeat the value, which may be private. */
final class Wording {

  private Wording() {}

  /**
   * Words one error.
   *
   * @param pointer the place of the value
   * @param schema the schema that the failed keyword stands in
   */
  static Optional<String> of(Error error, String pointer, JsonNode schema) {
    String keyword = error.getKeyword();
    JsonNode limit = schema.path(keyword);
    if (keyword.equals("required")) {
      return Optional.of(named(error, pointer) + ": is required");
    }
    if (keyword.equals("additionalProperties")) {
      List<String> known = List.copyOf(schema.path("properties").propertyNames());
      return Optional.of(named(error, pointer) + ": is unknown here; " + allowed(known));
    }
    if (keyword.equals("anyOf") || (keyword.equals("oneOf") && matches(error) == 0)) {
      return Optional.empty(); // the errors of its branches say more
    }
    return Optional.of(pointer + ": " + sentence(error, keyword, limit, schema));
  }

  private static String sentence(Error error, String keyword, JsonNode limit, JsonNode schema) {
    return switch (keyword) {
      case "type" -> "must be " + String.join(" or ", types(limit));
      case "enum", "const" -> "must be one of " + String.join(", ", values(schema));
      case "minimum" -> "must be at least " + limit;
      case "maximum" -> "must be at most " + limit;
      case "minLength" -> "must be at least " + limit + " characters long";
      case "maxLength" -> "must be at most " + limit + " characters long";
      case "minItems" -> "must have at least " + limit + " elements";
      case "maxItems" -> "must have at most " + limit + " elements";
      case "minProperties" -> "must have at least " + limit + " entries";
      case "maxProperties" -> "must have at most " + limit + " entries";
      case "pattern" -> "must match the pattern " + limit.stringValue();
      case "oneOf" ->
          new Forms(limit)
              .alternative()
              .orElse("fits several of the allowed forms; it must fit exactly one");
      default -> error.getMessage();
    };
  }

  /** The types of a schema in words. */
  static List<String> types(JsonNode type) {
    List<JsonNode> types = type.isArray() ? List.copyOf(type.values()) : List.of(type);
    return types.stream()
        .map(one -> one.isString() ? Kind.named(one.stringValue()).toString() : "of another form")
        .toList();
  }

  /** The only values that a schema allows, as JSON, or nothing if it allows others. */
  static List<String> values(JsonNode schema) {
    JsonNode constant = schema.path("const");
    return constant.isMissingNode()
        ? schema.path("enum").valueStream().map(JsonNode::toString).toList()
        : List.of(constant.toString());
  }

  private static String named(Error error, String pointer) {
    return Pointer.child(pointer, String.valueOf(error.getArguments()[0]));
  }

  private static String allowed(List<String> names) {
    return names.isEmpty() ? "nothing is allowed" : "allowed are " + String.join(", ", names);
  }

  private static int matches(Error error) {
    return Integer.parseInt(String.valueOf(error.getArguments()[0]));
  }
}

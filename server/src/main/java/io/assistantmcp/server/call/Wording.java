package io.assistantmcp.server.call;

import com.google.gson.JsonElement;
import dev.harrel.jsonschema.Error;
import java.util.List;
import java.util.Set;

/** The words for what is wrong with a value. They never repeat the value, which may be private. */
final class Wording {

  private final JsonElement schema;
  private final Set<String> given;

  /**
   * @param schema the schema that a keyword failed in
   * @param value what failed
   */
  Wording(JsonElement schema, JsonElement value) {
    this.schema = schema;
    this.given = Tree.names(value);
  }

  /** Words the error of a keyword. */
  List<String> of(String keyword, Error error) {
    String pointer = error.getInstanceLocation();
    JsonElement limit = Tree.child(schema, keyword);
    return switch (keyword) {
      case "required" ->
          Tree.elements(limit).stream()
              .map(JsonElement::getAsString)
              .filter(name -> !given.contains(name))
              .map(name -> Pointer.child(pointer, name) + ": is required")
              .toList();
      case "additionalProperties" -> List.of(pointer + ": is unknown here; " + allowed());
      case "anyOf" -> List.of(); // the errors of its branches say more
      case "oneOf" ->
          new Forms(limit).alternative().map(words -> pointer + ": " + words).stream().toList();
      default -> List.of(pointer + ": " + sentence(keyword, limit));
    };
  }

  private String sentence(String keyword, JsonElement limit) {
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
      case "pattern" -> "must match the pattern " + limit.getAsString();
      default -> "breaks the rule " + keyword + " of the schema";
    };
  }

  private String allowed() {
    Set<String> known = Tree.names(Tree.child(schema, "properties"));
    return known.isEmpty() ? "nothing is allowed" : "allowed are " + String.join(", ", known);
  }

  /** The types of a schema in words. */
  static List<String> types(JsonElement type) {
    return type.isJsonNull()
        ? List.of("of another form")
        : Tree.elements(type).stream().map(one -> Kind.named(one).toString()).toList();
  }

  /** The only values that a schema allows, as JSON, or nothing if it allows others. */
  static List<String> values(JsonElement schema) {
    JsonElement constant = Tree.child(schema, "const");
    return constant.isJsonNull()
        ? Tree.elements(Tree.child(schema, "enum")).stream().map(JsonElement::toString).toList()
        : List.of(constant.toString());
  }
}

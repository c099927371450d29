package io.assistantmcp.upstream.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The document that a schema stands in, which knows what its references mean.
 *
 * @param document an OpenAPI document whose {@code nullable} is said in JSON Schema
 */
public record Side(JsonObject document) {

  private static final int LONGEST_CHAIN = 32;
  private static final List<String> CHOICES = List.of("anyOf", "oneOf");
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "description",
          "title",
          "example",
          "examples",
          "deprecated",
          "discriminator",
          "xml",
          "nullable");

  /** The side of a schema that refers to nothing. */
  public static Side alone() {
    return new Side(new JsonObject());
  }

  /**
   * The plain schemas of which a value has to fit one: no references, no choices, and one type each
   * if types are given.
   */
  List<JsonObject> forms(JsonElement schema) {
    if (!(schema instanceof JsonObject object)) {
      return List.of(new JsonObject());
    }
    List<JsonObject> forms = new ArrayList<>();
    JsonObject merged = merged(object, LONGEST_CHAIN);
    for (String choice : CHOICES) {
      if (merged.get(choice) instanceof JsonArray branches && hasTypes(branches)) {
        JsonObject rest = merged.deepCopy();
        rest.remove(choice);
        for (JsonElement branch : branches) {
          forms(branch).forEach(form -> forms.add(union(form.deepCopy(), rest)));
        }
        return forms;
      }
    }
    if (merged.get("type") instanceof JsonArray types) {
      for (JsonElement type : types) {
        JsonObject form = merged.deepCopy();
        form.add("type", type);
        forms.add(form);
      }
      return forms;
    }
    return List.of(merged);
  }

  /** A choice between rules for one and the same object is no choice between forms. */
  private boolean hasTypes(JsonArray branches) {
    return branches.asList().stream()
        .allMatch(
            branch ->
                branch instanceof JsonObject object
                    && merged(object, LONGEST_CHAIN).keySet().stream()
                        .anyMatch(key -> !key.equals("required")));
  }

  /** The schema with its reference and its {@code allOf} written out. */
  private JsonObject merged(JsonObject schema, int depth) {
    JsonObject merged = schema.deepCopy();
    merged.keySet().removeIf(key -> ANNOTATIONS.contains(key) || key.startsWith("x-"));
    if (depth == 0) {
      return merged;
    }
    if (merged.remove("$ref") instanceof JsonPrimitive reference) {
      union(merged, merged(target(reference.getAsString()), depth - 1));
    }
    if (merged.remove("allOf") instanceof JsonArray members) {
      for (JsonElement member : members) {
        if (member instanceof JsonObject object) {
          union(merged, merged(object, depth - 1));
        }
      }
    }
    return merged;
  }

  /** What an object stands for: the end of its chain of references, or itself. */
  public JsonObject resolve(JsonObject object) {
    JsonObject end = object;
    for (int i = 0; i < LONGEST_CHAIN && end.get("$ref") instanceof JsonPrimitive ref; i++) {
      end = target(ref.getAsString());
    }
    return end;
  }

  private JsonObject target(String reference) {
    if (!reference.startsWith("#/")) {
      return new JsonObject();
    }
    return SpecDocument.at(document, JsonPointer.parse(reference.substring(1)))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .orElseGet(JsonObject::new);
  }

  /** Adds to one schema what another one says as well. */
  private static JsonObject union(JsonObject into, JsonObject other) {
    other
        .asMap()
        .forEach(
            (keyword, value) -> {
              JsonElement own = into.get(keyword);
              if (own == null) {
                into.add(keyword, value.deepCopy());
              } else if (own instanceof JsonObject mine && value instanceof JsonObject theirs) {
                union(mine, theirs);
              } else if (keyword.equals("required") && own instanceof JsonArray names) {
                value.getAsJsonArray().forEach(name -> addOnce(names, name));
              }
            });
    return into;
  }

  private static void addOnce(JsonArray array, JsonElement item) {
    if (!array.contains(item)) {
      array.add(item);
    }
  }
}

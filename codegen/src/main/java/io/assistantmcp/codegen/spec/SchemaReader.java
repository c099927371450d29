package io.assistantmcp.codegen.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an OpenAPI 3.0 or 3.1 schema into plain JSON Schema 2020-12 that refers to nothing.
 *
 * <p>References are inlined, {@code nullable} becomes a null type, boolean exclusive limits become
 * numbers; properties that a request does not send ({@code readOnly}) or a tool does not offer
 * ({@code x-tool-omit}) go. Every other keyword of JSON Schema is kept; an unknown one is a
 * problem. A schema that contains itself is written out once inside itself, and then cut.
 */
final class SchemaReader {

  private static final String OMIT = "x-tool-omit";

  private static final Set<JsonElement> TYPES =
      Stream.of("string", "number", "integer", "boolean", "array", "object", "null")
          .map(JsonPrimitive::new)
          .collect(Collectors.toUnmodifiableSet());

  private final References references;
  private final SpecProblems problems;
  private final Deque<References.Target> open = new ArrayDeque<>();
  private int cuts;

  SchemaReader(References references, SpecProblems problems) {
    this.references = references;
    this.problems = problems;
  }

  /** Whether the overlay keeps this parameter or property out of the tools. */
  static boolean isOmitted(JsonObject node) {
    return new JsonPrimitive(true).equals(node.get(OMIT));
  }

  /** Reads the schema that stands at a place of the document. */
  JsonObject read(JsonPointer pointer, JsonObject schema) {
    JsonObject own = new JsonObject();
    schema.asMap().forEach((keyword, value) -> readKeyword(pointer, keyword, value, schema, own));
    JsonObject whole = isReference(schema) ? withTarget(pointer, schema, own) : own;
    AllOf.simplify(whole);
    return NullAdmission.isSaid(schema) ? NullAdmission.admit(whole) : whole;
  }

  private void readKeyword(
      JsonPointer pointer, String keyword, JsonElement value, JsonObject schema, JsonObject into) {
    JsonPointer at = pointer.child(keyword);
    switch (Keyword.kind(keyword)) {
      case TYPE -> into.add(keyword, checkedType(at, value));
      case PLAIN -> into.add(keyword, value);
      case SCHEMA -> into.add(keyword, readAny(at, value));
      case SCHEMAS -> readSchemas(at, keyword, value, into);
      case NAMED_SCHEMAS -> into.add(keyword, readNamed(at, value));
      case NAMES -> into.add(keyword, offered(value, schema));
      case EXCLUSIVE_LIMIT -> readExclusiveLimit(keyword, value, schema, into);
      case ANNOTATION, REFERENCE -> {
        // Says nothing about which values are valid, or is handled with the whole schema.
      }
      case UNKNOWN ->
          problems.report(
              at,
              "is a keyword that JSON Schema 2020-12 does not know",
              "correct it upstream or in overlay.yaml");
    }
    if (keyword.equals("minimum") && isTrue(schema.get("exclusiveMinimum"))
        || keyword.equals("maximum") && isTrue(schema.get("exclusiveMaximum"))) {
      into.remove(keyword);
    }
  }

  /**
   * A schema that was cut admits more than it should, so that of several, more than one may fit.
   */
  private void readSchemas(
      JsonPointer pointer, String keyword, JsonElement value, JsonObject into) {
    int before = cuts;
    JsonArray schemas = readList(pointer, value);
    boolean isLoose = keyword.equals("oneOf") && cuts > before && !into.has("anyOf");
    into.add(isLoose ? "anyOf" : keyword, schemas);
  }

  private JsonElement checkedType(JsonPointer pointer, JsonElement value) {
    List<JsonElement> types =
        value instanceof JsonArray several ? several.asList() : List.of(value);
    for (JsonElement type : types) {
      if (!TYPES.contains(type)) {
        problems.report(
            pointer, "is " + type + ", no type of JSON Schema", "correct it in overlay.yaml");
      }
    }
    return value;
  }

  /** OpenAPI 3.0 marks a limit as exclusive with a boolean beside it, JSON Schema names it. */
  private static void readExclusiveLimit(
      String keyword, JsonElement value, JsonObject schema, JsonObject into) {
    String limit = keyword.equals("exclusiveMinimum") ? "minimum" : "maximum";
    if (isTrue(value)) {
      if (schema.has(limit)) {
        into.add(keyword, schema.get(limit));
      }
    } else if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      into.add(keyword, value);
    }
  }

  private JsonObject withTarget(JsonPointer pointer, JsonObject schema, JsonObject own) {
    JsonObject target = target(pointer, schema).map(this::readBounded).orElseGet(JsonObject::new);
    Set<String> constraints = new LinkedHashSet<>(own.keySet());
    constraints.remove("description");
    if (!constraints.isEmpty()) {
      JsonArray all = new JsonArray();
      all.add(target);
      all.add(own);
      JsonObject both = new JsonObject();
      both.add("allOf", all);
      return both;
    }
    own.asMap().forEach(target::add);
    return target;
  }

  private static boolean isReference(JsonObject schema) {
    return schema.has("$ref") || schema.has("$recursiveRef");
  }

  private Optional<References.Target> target(JsonPointer pointer, JsonObject schema) {
    return schema.has("$ref") ? references.follow(pointer, schema) : anchor(pointer);
  }

  /** What {@code $recursiveRef} means: the outermost schema around it that is marked for it. */
  private Optional<References.Target> anchor(JsonPointer pointer) {
    Iterator<References.Target> outermostFirst = open.descendingIterator();
    while (outermostFirst.hasNext()) {
      References.Target target = outermostFirst.next();
      if (isTrue(target.node().get("$recursiveAnchor"))) {
        return Optional.of(target);
      }
    }
    problems.report(
        pointer,
        "is a $recursiveRef in no schema with $recursiveAnchor: true",
        "refer to the schema by $ref in overlay.yaml");
    return Optional.empty();
  }

  private JsonObject readBounded(References.Target target) {
    long inItself = open.stream().filter(target::equals).count();
    boolean again = Set.copyOf(open).size() < open.size();
    if (inItself > 1 || inItself == 1 && again) {
      cuts++;
      return cut(target.node());
    }
    open.push(target);
    JsonObject schema = read(target.pointer(), target.node());
    open.pop();
    return schema;
  }

  /** Any value of the schema's type. What is in it is for the API to check. */
  private static JsonObject cut(JsonObject schema) {
    JsonObject rest = new JsonObject();
    if (schema.has("type")) {
      rest.add("type", schema.get("type"));
    }
    rest.addProperty("description", "Again of the form that it is part of");
    return rest;
  }

  private JsonElement readAny(JsonPointer pointer, JsonElement value) {
    if (value instanceof JsonObject schema) {
      return read(pointer, schema);
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      problems.report(pointer, "is no schema", "correct it upstream or in overlay.yaml");
    }
    return value;
  }

  private JsonArray readList(JsonPointer pointer, JsonElement value) {
    JsonArray list = new JsonArray();
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        list.add(readAny(pointer.child(i), array.get(i)));
      }
    }
    return list;
  }

  private JsonObject readNamed(JsonPointer pointer, JsonElement value) {
    JsonObject named = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
      if (isOffered(entry.getValue())) {
        JsonPointer at = pointer.child(entry.getKey());
        checkName(at, entry.getKey());
        named.add(entry.getKey(), readAny(at, entry.getValue()));
      }
    }
    return named;
  }

  private void checkName(JsonPointer pointer, String name) {
    if (!PropertyName.isAccepted(name)) {
      problems.report(
          pointer,
          "has a name that model APIs refuse",
          "mark it x-tool-omit in overlay.yaml, or rename it to 1 to 64 of A-Z a-z 0-9 _ . -");
    }
  }

  /** The required names without those of properties that are left out. */
  private static JsonArray offered(JsonElement names, JsonObject schema) {
    JsonArray offered = new JsonArray();
    for (JsonElement name : names.getAsJsonArray()) {
      if (!(schema.get("properties") instanceof JsonObject properties)
          || isOffered(properties.get(name.getAsString()))) {
        offered.add(name);
      }
    }
    return offered;
  }

  private static boolean isOffered(@Nullable JsonElement property) {
    return !(property instanceof JsonObject schema)
        || !isOmitted(schema) && !isTrue(schema.get("readOnly"));
  }

  private static boolean isTrue(@Nullable JsonElement element) {
    return new JsonPrimitive(true).equals(element);
  }
}

package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.PathOperation.Parameter;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One argument of the tool that an operation becomes.
 *
 * @param name its name, without the {@code []} that query parameters may end in
 * @param owner the part of the request it travels in
 * @param pointer where the spec has it
 */
record Argument(String name, String owner, JsonPointer pointer) {

  private static final JsonPointer BODY_SCHEMA =
      JsonPointer.of("content", "application/json", "schema");

  static List<Argument> of(PathOperation operation, JsonObject spec) {
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : operation.effectiveParameters(spec)) {
      if (!isOmitted(parameter.object())) {
        String name =
            parameter.object().get("x-tool-name") instanceof JsonPrimitive given
                ? given.getAsString()
                : parameter.name();
        arguments.add(argument(name, parameter.location(), parameter.pointer()));
      }
    }
    if (operation.operation().get("requestBody") instanceof JsonObject body) {
      Set<String> names = new LinkedHashSet<>();
      SpecDocument.at(Reference.resolve(spec, body), BODY_SCHEMA)
          .ifPresent(schema -> new Properties(spec).collect(schema, names));
      JsonPointer pointer = operation.pointer().child("requestBody");
      names.forEach(name -> arguments.add(argument(name, "body", pointer)));
    }
    return arguments;
  }

  private static Argument argument(String name, String owner, JsonPointer pointer) {
    String plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    return new Argument(plain, owner, pointer);
  }

  private static boolean isOmitted(JsonElement value) {
    return value instanceof JsonObject object
        && object.get("x-tool-omit") instanceof JsonPrimitive omit
        && omit.getAsBoolean();
  }

  /** The properties a schema speaks of, itself or through those it is combined from. */
  private record Properties(JsonObject spec, Set<JsonObject> seen) {

    private static final List<String> COMBINATORS = List.of("allOf", "anyOf", "oneOf");

    Properties(JsonObject spec) {
      this(spec, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    void collect(JsonElement value, Set<String> names) {
      if (!(value instanceof JsonObject object)) {
        return;
      }
      JsonObject schema = Reference.resolve(spec, object);
      if (!seen.add(schema)) {
        return;
      }
      if (schema.get("properties") instanceof JsonObject properties) {
        properties.keySet().stream()
            .filter(name -> !isOmitted(properties.get(name)))
            .forEach(names::add);
      }
      for (String combinator : COMBINATORS) {
        if (schema.get(combinator) instanceof JsonArray parts) {
          parts.forEach(part -> collect(part, names));
        }
      }
    }
  }
}

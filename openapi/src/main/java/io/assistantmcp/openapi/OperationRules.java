package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.PathOperation.Parameter;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an operation must keep to so that a tool can be made of it. */
final class OperationRules {

  private static final Pattern TEMPLATE_PARAMETER = Pattern.compile("\\{([^{}]*)}");
  private static final String JSON = "application/json";

  private final JsonObject spec;
  private final SpecDocument upstream;
  private final Problems problems;

  OperationRules(JsonObject spec, SpecDocument upstream, Problems problems) {
    this.spec = spec;
    this.upstream = upstream;
    this.problems = problems;
  }

  void check(PathOperation operation) {
    checkToolText(operation);
    checkDuplicateParameters(operation);
    checkPathParameters(operation);
    checkJson(operation);
    checkArguments(operation);
  }

  private void checkToolText(PathOperation operation) {
    if (!operation.operation().has("x-tool")) {
      report(operation.pointer(), "has no x-tool", "do not remove it in the overlay");
    }
    if (!(operation.operation().get("description") instanceof JsonPrimitive text)
        || text.getAsString().isBlank()) {
      report(
          operation.pointer(),
          "has no description",
          "add an action to the overlay that gives " + operation.id() + " one");
    }
  }

  private void checkDuplicateParameters(PathOperation operation) {
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : operation.parameters(spec)) {
      JsonPointer list = parent(parameter.pointer());
      if (!seen.add(list + " " + parameter.key())) {
        report(parameter.pointer(), "is the " + parameter.key() + " again", "keep only one");
      }
    }
  }

  private static JsonPointer parent(JsonPointer pointer) {
    return new JsonPointer(pointer.tokens().subList(0, pointer.tokens().size() - 1));
  }

  private void checkPathParameters(PathOperation operation) {
    Set<String> undeclared =
        TEMPLATE_PARAMETER
            .matcher(operation.path())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Parameter parameter : operation.effectiveParameters(spec)) {
      if (parameter.location().equals("path")) {
        if (!undeclared.remove(parameter.name())) {
          report(
              parameter.pointer(),
              "is the path parameter " + parameter.name() + ", which the path does not have",
              "remove the parameter in the overlay");
        } else if (!parameter.isRequired()) {
          report(
              parameter.pointer(),
              "is the path parameter " + parameter.name() + " and not required",
              "set required: true in the overlay");
        }
      }
    }
    undeclared.forEach(
        name ->
            report(
                operation.pointer(),
                "does not declare the path parameter " + name,
                "add it to the parameters in the overlay"));
  }

  private void checkJson(PathOperation operation) {
    object(operation.operation().get("requestBody"))
        .forEach(body -> checkJson(operation.pointer().child("requestBody"), body));
    object(operation.operation().get("responses"))
        .forEach(
            responses ->
                responses
                    .asMap()
                    .forEach(
                        (status, response) -> {
                          if (status.startsWith("2")) {
                            JsonPointer at = operation.pointer().child("responses").child(status);
                            object(response).forEach(answer -> checkJson(at, answer));
                          }
                        }));
  }

  private void checkJson(JsonPointer pointer, JsonObject body) {
    if (body.get("content") instanceof JsonObject content && !content.has(JSON)) {
      report(pointer, "has no " + JSON, "do not select the operation");
    }
  }

  /** Path, query and body become one object of arguments, so their names must differ. */
  private void checkArguments(PathOperation operation) {
    Map<String, String> owners = new HashMap<>();
    for (Parameter parameter : operation.effectiveParameters(spec)) {
      if (!isOmitted(parameter.object())) {
        claim(owners, argument(parameter.name()), parameter.location(), parameter.pointer());
      }
    }
    JsonPointer body = operation.pointer().child("requestBody");
    for (String property : bodyProperties(operation)) {
      claim(owners, argument(property), "body", body);
    }
  }

  private void claim(Map<String, String> owners, String name, String owner, JsonPointer pointer) {
    String other = owners.putIfAbsent(name, owner);
    if (other != null) {
      report(
          pointer,
          "has the argument " + name + " in " + owner + ", which " + other + " has too",
          "leave one out of the tool with x-tool-omit: true in the overlay");
    }
  }

  private static String argument(String name) {
    return name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
  }

  private static boolean isOmitted(JsonElement object) {
    return object instanceof JsonObject it
        && it.get("x-tool-omit") instanceof JsonPrimitive omit
        && omit.getAsBoolean();
  }

  private Set<String> bodyProperties(PathOperation operation) {
    Set<String> names = new LinkedHashSet<>();
    object(operation.operation().get("requestBody")).stream()
        .flatMap(body -> object(body.get("content")).stream())
        .flatMap(content -> object(content.get(JSON)).stream())
        .flatMap(json -> object(json.get("schema")).stream())
        .forEach(schema -> collectProperties(schema, names, new HashSet<>()));
    return names;
  }

  private void collectProperties(JsonObject schema, Set<String> names, Set<JsonObject> seen) {
    if (!seen.add(schema)) {
      return;
    }
    object(schema.get("properties"))
        .forEach(
            properties ->
                properties
                    .asMap()
                    .forEach(
                        (name, value) -> {
                          if (!isOmitted(value)) {
                            names.add(name);
                          }
                        }));
    for (String combinator : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.get(combinator) instanceof JsonArray parts) {
        parts.forEach(part -> object(part).forEach(inner -> collectProperties(inner, names, seen)));
      }
    }
  }

  /** The object a value is or refers to; none if it is something else. */
  private List<JsonObject> object(JsonElement value) {
    return value instanceof JsonObject object
        ? List.of(Reference.resolve(spec, object))
        : List.of();
  }

  private void report(JsonPointer pointer, String message, String cure) {
    problems.add(upstream.problem(pointer, message, cure));
  }
}

package io.assistantmcp.openapi;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.PathOperation.Parameter;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an operation must keep to so that a tool can be made of it. */
final class OperationRules {

  private static final Pattern TEMPLATE_PARAMETER = Pattern.compile("\\{([^{}]*)}");

  private static final Set<String> BODIES =
      Set.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data");

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
    checkBody(operation);
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
    operation.effectiveParameters(spec).stream()
        .filter(parameter -> parameter.location().equals("path"))
        .forEach(parameter -> checkPathParameter(parameter, undeclared.remove(parameter.name())));
    undeclared.forEach(
        name ->
            report(
                operation.pointer(),
                "does not declare the path parameter " + name,
                "add it to the parameters in the overlay"));
  }

  private void checkPathParameter(Parameter parameter, boolean inTemplate) {
    String what = "is the path parameter " + parameter.name();
    if (!inTemplate) {
      report(
          parameter.pointer(),
          what + ", which the path does not have",
          "remove the parameter in the overlay");
    } else if (!parameter.isRequired()) {
      report(parameter.pointer(), what + " and not required", "set required: true in the overlay");
    }
  }

  private void checkBody(PathOperation operation) {
    if (operation.operation().get("requestBody") instanceof JsonObject body
        && Reference.resolve(spec, body).get("content") instanceof JsonObject content
        && BODIES.stream().noneMatch(content::has)) {
      report(
          operation.pointer().child("requestBody"),
          "has neither application/json nor a form",
          "do not select the operation");
    }
  }

  /** Path, query and body become one object of arguments, so their names must differ. */
  private void checkArguments(PathOperation operation) {
    Map<String, String> owners = new HashMap<>();
    for (Argument argument : Argument.of(operation, spec)) {
      String other = owners.putIfAbsent(argument.name(), argument.owner());
      if (other != null) {
        report(
            argument.pointer(),
            "has an argument %s in the %s and one in the %s"
                .formatted(argument.name(), other, argument.owner()),
            "leave one out of the tool with x-tool-omit: true in the overlay");
      }
    }
  }

  private void report(JsonPointer pointer, String message, String cure) {
    problems.add(upstream.problem(pointer, message, cure));
  }
}

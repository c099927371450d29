package io.assistantmcp.codegen.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.tool.ToolHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the operations of a document. */
public final class SpecReader {

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final SpecDocument document;
  private final SpecProblems problems;
  private final ParameterReader parameters;
  private final RequestBodyReader bodies;
  private final AnswerReader answers;

  public SpecReader(SpecDocument document, SpecProblems problems) {
    this.document = document;
    this.problems = problems;
    References references = new References(document, problems);
    SchemaReader schemas = new SchemaReader(references, problems);
    this.parameters = new ParameterReader(references, schemas, problems);
    this.bodies = new RequestBodyReader(references, schemas, problems);
    this.answers = new AnswerReader(references);
  }

  /** The operations in the document's order, without those that have a problem. */
  public List<Operation> operations() {
    JsonPointer pointer = JsonPointer.of("paths");
    JsonObject paths =
        document
            .at(pointer)
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .orElseGet(JsonObject::new);
    if (paths.isEmpty()) {
      problems.report(pointer, "has no paths", "give an OpenAPI 3.0 or 3.1 document");
    }
    List<Operation> operations = new ArrayList<>();
    paths
        .asMap()
        .forEach(
            (path, item) ->
                operations.addAll(ofPath(pointer.child(path), path, item.getAsJsonObject())));
    return operations;
  }

  /** The toolsets that {@code x-toolsets} calls default; without it, all that operations have. */
  public List<String> defaultToolsets(List<Operation> operations) {
    if (!(document.at(JsonPointer.of("x-toolsets")).orElse(null) instanceof JsonObject toolsets)) {
      return operations.stream().map(operation -> operation.tool().toolset()).distinct().toList();
    }
    return toolsets.keySet().stream()
        .filter(name -> new JsonPrimitive("default").equals(toolsets.get(name)))
        .toList();
  }

  private List<Operation> ofPath(JsonPointer pointer, String path, JsonObject item) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : item.entrySet()) {
      if (METHODS.contains(entry.getKey())) {
        JsonPointer at = pointer.child(entry.getKey());
        JsonObject operation = entry.getValue().getAsJsonObject();
        tool(at, operation)
            .map(tool -> operation(at, path, tool, operation, pointer, item))
            .ifPresent(operations::add);
      }
    }
    return operations;
  }

  private Operation operation(
      JsonPointer pointer,
      String path,
      ToolFacts tool,
      JsonObject operation,
      JsonPointer itemPointer,
      JsonObject item) {
    String method = pointer.tokens().get(2);
    return new Operation(
        pointer,
        required(pointer, operation, "operationId", "give it one, the client's method is named so"),
        method.toUpperCase(Locale.ROOT),
        path,
        required(pointer, operation, "description", "add one in overlay.yaml, a sentence"),
        tool,
        parameters.read(itemPointer, item, pointer, operation),
        bodies.read(pointer, operation),
        answers.read(pointer, operation));
  }

  private Optional<ToolFacts> tool(JsonPointer pointer, JsonObject operation) {
    if (!(operation.get("x-tool") instanceof JsonObject tool)) {
      problems.report(pointer, "has no x-tool", "list the operation in operations.yaml");
      return Optional.empty();
    }
    JsonPointer at = pointer.child("x-tool");
    String cure = "complete its entry in operations.yaml";
    return Optional.of(
        new ToolFacts(
            required(at, tool, "name", cure),
            aliases(tool),
            required(at, tool, "title", cure),
            required(at, tool, "toolset", cure),
            new ToolHints(
                flag(at, tool, "readOnly"),
                flag(at, tool, "destructive"),
                flag(at, tool, "idempotent"))));
  }

  private static List<String> aliases(JsonObject tool) {
    return tool.get("aliases") instanceof JsonArray names
        ? names.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  private String required(JsonPointer pointer, JsonObject object, String key, String cure) {
    if (object.get(key) instanceof JsonPrimitive value) {
      return value.getAsString();
    }
    problems.report(pointer, "has no " + key, cure);
    return "";
  }

  private boolean flag(JsonPointer pointer, JsonObject tool, String key) {
    String value = required(pointer, tool, key, "complete its entry in operations.yaml");
    return Boolean.parseBoolean(value);
  }
}

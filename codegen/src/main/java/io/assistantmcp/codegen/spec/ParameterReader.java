package io.assistantmcp.codegen.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.codegen.spec.Parameter.Location;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an operation's parameters, those of its path item included. */
final class ParameterReader {

  private final References references;
  private final SchemaReader schemas;
  private final SpecProblems problems;

  ParameterReader(References references, SchemaReader schemas, SpecProblems problems) {
    this.references = references;
    this.schemas = schemas;
    this.problems = problems;
  }

  List<Parameter> read(
      JsonPointer itemPointer, JsonObject item, JsonPointer pointer, JsonObject operation) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    addAll(itemPointer, item, parameters);
    addAll(pointer, operation, parameters);
    return List.copyOf(parameters.values());
  }

  private void addAll(JsonPointer owner, JsonObject node, Map<String, Parameter> parameters) {
    if (!(node.get("parameters") instanceof JsonArray array)) {
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      references
          .resolve(owner.child("parameters").child(i), array.get(i).getAsJsonObject())
          .filter(target -> !SchemaReader.isOmitted(target.node()))
          .ifPresent(target -> add(target, parameters));
    }
  }

  private void add(References.Target target, Map<String, Parameter> parameters) {
    JsonObject node = target.node();
    String name = node.get("name").getAsString();
    String in = node.get("in").getAsString();
    Location location = location(target.pointer(), in);
    if (location != null) {
      boolean required = isTrue(node.get("required")) || location == Location.PATH;
      int before = problems.reports();
      JsonObject schema = schema(target);
      if (problems.reports() > before) {
        return;
      }
      if (node.has("description")) {
        schema.add("description", node.get("description"));
      }
      parameters.put(
          in + ":" + name, new Parameter(target.pointer(), name, location, required, schema));
    }
  }

  private @Nullable Location location(JsonPointer pointer, String in) {
    return switch (in) {
      case "path" -> Location.PATH;
      case "query" -> Location.QUERY;
      default -> {
        problems.report(
            pointer,
            "is a parameter in the " + in + ", which no tool can send",
            "mark it x-tool-omit in overlay.yaml if it is optional");
        yield null;
      }
    };
  }

  private JsonObject schema(References.Target target) {
    if (target.node().get("schema") instanceof JsonObject schema) {
      return schemas.read(target.pointer().child("schema"), schema);
    }
    problems.report(target.pointer(), "is a parameter without a schema", "give it one");
    return new JsonObject();
  }

  private static boolean isTrue(@Nullable JsonElement element) {
    return new JsonPrimitive(true).equals(element);
  }
}

package io.assistantmcp.codegen.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.codegen.spec.Parameter.Location;
import io.assistantmcp.openapi.ClientView;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.tool.ListStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an operation's parameters, those of its path item included. */
final class ParameterReader {

  /** OpenAPI says that parameters of these names mean nothing; other parts of it set them. */
  private static final Set<String> NOT_PARAMETERS =
      Set.of("accept", "content-type", "authorization");

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
    Location location = Location.valueOf(in.toUpperCase(Locale.ROOT));
    if (location == Location.HEADER && NOT_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    boolean required = isTrue(node.get("required")) || location == Location.PATH;
    int before = problems.reports();
    JsonObject schema = schema(target);
    Optional<ListStyle> style = style(target, location);
    if (problems.reports() > before) {
      return;
    }
    if (node.has("description")) {
      schema.add("description", node.get("description"));
    }
    parameters.put(
        in + ":" + name,
        new Parameter(
            target.pointer(), name, ArgumentName.of(node), location, style, required, schema));
  }

  private Optional<ListStyle> style(References.Target target, Location location) {
    JsonObject node = target.node();
    String usual = location == Location.PATH || location == Location.HEADER ? "simple" : "form";
    String style = node.has("style") ? node.get("style").getAsString() : usual;
    if (location != Location.QUERY) {
      if (!style.equals(usual)) {
        problems.report(
            target.pointer(),
            "is a %s parameter of style %s, which no tool can write"
                .formatted(location.name().toLowerCase(Locale.ROOT), style),
            "mark it x-tool-omit in overlay.yaml, or do not select the operation");
      }
      return Optional.empty();
    }
    if (ClientView.isClients(references.document(), node)) {
      return Optional.empty();
    }
    boolean explode = !node.has("explode") ? style.equals("form") : isTrue(node.get("explode"));
    return Optional.of(
        switch (style) {
          case "deepObject" -> ListStyle.DEEP_OBJECT;
          case "spaceDelimited" -> explode ? ListStyle.EXPLODED : ListStyle.SPACES;
          case "pipeDelimited" -> explode ? ListStyle.EXPLODED : ListStyle.PIPES;
          default -> explode ? ListStyle.EXPLODED : ListStyle.COMMAS;
        });
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

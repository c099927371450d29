package io.assistantmcp.upstream.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import io.assistantmcp.codegen.plan.ToolPlan;
import io.assistantmcp.codegen.plan.ToolPlanner;
import io.assistantmcp.codegen.render.GeneratedFile;
import io.assistantmcp.codegen.render.InputSchemaRenderer;
import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.SpecProblems;
import io.assistantmcp.codegen.spec.SpecReader;
import io.assistantmcp.openapi.PathOperation;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.tool.ToolHints;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tools that a slice gives, as clients and models get to know them.
 *
 * @param tools by name
 * @param optional the toolsets that are only served to who asks for them
 */
record ToolSurface(Map<String, Tool> tools, Set<String> optional) {

  private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

  /**
   * A tool.
   *
   * @param operation the operation it stands for
   * @param aliases the names that it had before, by which it still can be called
   * @param shown the schema that clients are shown
   * @param enforced the schema that arguments are checked against
   */
  record Tool(Operation operation, Set<String> aliases, JsonObject shown, JsonObject enforced) {}

  /**
   * @throws SpecException if no tools can be made of the slice
   */
  static ToolSurface of(SpecDocument slice) throws SpecException {
    if (PathOperation.in(slice.tree()).isEmpty()) {
      return new ToolSurface(Map.of(), Set.of());
    }
    SpecProblems problems = new SpecProblems(slice);
    List<Operation> operations = new SpecReader(slice, problems).operations();
    List<ToolPlan> plans = new ToolPlanner(problems).plan(operations);
    problems.throwIfAny();
    Map<String, Tool> tools = new LinkedHashMap<>();
    for (ToolPlan plan : plans) {
      List<GeneratedFile> files = InputSchemaRenderer.render(plan);
      tools.put(
          plan.operation().tool().name(),
          new Tool(
              plan.operation(),
              aliases(slice, plan.operation()),
              json(files.get(0)),
              json(files.get(1))));
    }
    return new ToolSurface(tools, optional(slice));
  }

  private static Set<String> aliases(SpecDocument slice, Operation operation) {
    Set<String> aliases = new LinkedHashSet<>();
    JsonPointer pointer = operation.pointer().child("x-tool").child("aliases");
    if (slice.at(pointer).orElse(null) instanceof JsonArray names) {
      names.forEach(name -> aliases.add(name.getAsString()));
    }
    return aliases;
  }

  private static Set<String> optional(SpecDocument slice) {
    Set<String> optional = new LinkedHashSet<>();
    if (slice.at(JsonPointer.of("x-toolsets")).orElse(null) instanceof JsonObject toolsets) {
      toolsets
          .asMap()
          .forEach(
              (name, kind) -> {
                if (kind.getAsString().equals("optional")) {
                  optional.add(name);
                }
              });
    }
    return optional;
  }

  private static JsonObject json(GeneratedFile file) {
    return JsonParser.parseString(file.content()).getAsJsonObject();
  }

  /** The size of tools/list, in tokens of o200k_base. */
  int tokens() {
    return ENCODINGS.getEncoding(EncodingType.O200K_BASE).countTokensOrdinary(listing().toString());
  }

  /** What tools/list answers to who asks for nothing else. */
  JsonObject listing() {
    JsonArray list = new JsonArray();
    tools.values().stream()
        .filter(tool -> !optional.contains(tool.operation().tool().toolset()))
        .forEach(tool -> list.add(description(tool)));
    JsonObject listing = new JsonObject();
    listing.add("tools", list);
    return listing;
  }

  private static JsonElement description(Tool tool) {
    JsonObject description = new JsonObject();
    description.addProperty("name", tool.operation().tool().name());
    description.addProperty("title", tool.operation().tool().title());
    description.addProperty("description", tool.operation().description());
    description.add("inputSchema", tool.shown());
    ToolHints hints = tool.operation().tool().hints();
    JsonObject annotations = new JsonObject();
    annotations.addProperty("title", tool.operation().tool().title());
    annotations.addProperty("readOnlyHint", hints.readOnly());
    annotations.addProperty("destructiveHint", hints.destructive());
    annotations.addProperty("idempotentHint", hints.idempotent());
    annotations.addProperty("openWorldHint", true);
    description.add("annotations", annotations);
    return description;
  }
}

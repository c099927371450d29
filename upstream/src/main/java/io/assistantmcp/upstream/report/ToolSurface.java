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
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.tool.ToolHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools that a slice gives, as clients and models get to know them.
 *
 * @param tools by name
 */
record ToolSurface(Map<String, Tool> tools) {

  private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

  /**
   * A tool.
   *
   * @param operation the operation it stands for
   * @param shown the schema that clients are shown
   * @param enforced the schema that arguments are checked against
   */
  record Tool(Operation operation, JsonObject shown, JsonObject enforced) {}

  /**
   * @throws SpecException if no tools can be made of the slice
   */
  static ToolSurface of(SpecDocument slice) throws SpecException {
    if (PathOperation.in(slice.tree()).isEmpty()) {
      return new ToolSurface(Map.of());
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
          new Tool(plan.operation(), json(files.get(0)), json(files.get(1))));
    }
    return new ToolSurface(tools);
  }

  private static JsonObject json(GeneratedFile file) {
    return JsonParser.parseString(file.content()).getAsJsonObject();
  }

  /** The size of tools/list, in tokens of o200k_base. */
  int tokens() {
    return ENCODINGS.getEncoding(EncodingType.O200K_BASE).countTokensOrdinary(listing().toString());
  }

  /** What tools/list answers. */
  JsonObject listing() {
    JsonArray list = new JsonArray();
    tools.values().forEach(tool -> list.add(description(tool)));
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

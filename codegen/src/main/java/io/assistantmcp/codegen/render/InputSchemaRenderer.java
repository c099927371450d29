package io.assistantmcp.codegen.render;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.assistantmcp.codegen.plan.ToolPlan;
import java.util.List;

/** Writes a tool's two input schemas as resources. */
public final class InputSchemaRenderer {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private InputSchemaRenderer() {}

  /** The shown and the enforced schema of a tool. */
  public static List<GeneratedFile> render(ToolPlan plan) {
    String name = plan.operation().tool().name();
    return List.of(
        file(name + ".shown.json", ShownSchema.root(plan.shown())),
        file(name + ".enforced.json", Prose.without(plan.enforced())));
  }

  private static GeneratedFile file(String name, JsonObject schema) {
    return new GeneratedFile(GeneratedFile.Kind.RESOURCE, name, GSON.toJson(schema) + "\n");
  }
}

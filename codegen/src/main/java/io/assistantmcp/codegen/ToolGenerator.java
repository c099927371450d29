package io.assistantmcp.codegen;

import io.assistantmcp.codegen.plan.ToolPlan;
import io.assistantmcp.codegen.plan.ToolPlanner;
import io.assistantmcp.codegen.render.GeneratedFile;
import io.assistantmcp.codegen.render.InputSchemaRenderer;
import io.assistantmcp.codegen.render.ToolCatalogRenderer;
import io.assistantmcp.codegen.render.ToolClassRenderer;
import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.SpecProblems;
import io.assistantmcp.codegen.spec.SpecReader;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import java.util.ArrayList;
import java.util.List;

/** From the text of an OpenAPI document to the files of its tools. */
public final class ToolGenerator {

  private final String packageName;
  private final String apiClass;

  /**
   * @param packageName the package the tools go into
   * @param apiClass the qualified name of the generated client's API class
   */
  public ToolGenerator(String packageName, String apiClass) {
    this.packageName = packageName;
    this.apiClass = apiClass;
  }

  /**
   * Generates the tools of one document.
   *
   * @param name what problems and generated code call the document
   * @param text its YAML or JSON
   * @throws SpecException with everything in it that cannot become a tool
   */
  public List<GeneratedFile> generate(String name, String text) throws SpecException {
    SpecDocument document = SpecDocument.parse(name, text);
    SpecProblems problems = new SpecProblems(document);
    SpecReader reader = new SpecReader(document, problems);
    List<Operation> operations = reader.operations();
    List<ToolPlan> plans = new ToolPlanner(problems).plan(operations);
    problems.throwIfAny();
    return render(name, plans, reader.defaultToolsets(operations));
  }

  private List<GeneratedFile> render(
      String specName, List<ToolPlan> plans, List<String> defaultToolsets) {
    ToolClassRenderer classes = new ToolClassRenderer(packageName, apiClass, specName);
    List<GeneratedFile> files = new ArrayList<>();
    for (ToolPlan plan : plans) {
      files.add(classes.render(plan));
      files.addAll(InputSchemaRenderer.render(plan));
    }
    files.add(
        new ToolCatalogRenderer(packageName, apiClass, specName).render(plans, defaultToolsets));
    return List.copyOf(files);
  }
}

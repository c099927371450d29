package io.assistantmcp.codegen.render;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import io.assistantmcp.codegen.plan.ToolPlan;
import io.assistantmcp.tool.McpTool;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that lists all tools. */
public final class ToolCatalogRenderer {

  private static final String NAME = "ToolCatalog";

  private final String packageName;
  private final TypeName api;
  private final String specName;

  /**
   * @param packageName the package the class goes into
   * @param apiClass the qualified name of the generated client's API class
   * @param specName what the generated code calls the document
   */
  public ToolCatalogRenderer(String packageName, String apiClass, String specName) {
    this.packageName = packageName;
    this.api = ToolClassRenderer.supplier(apiClass);
    this.specName = specName;
  }

  /**
   * @param plans the tools, sorted
   * @param defaultToolsets the toolsets that are served unless something else is asked for
   */
  public GeneratedFile render(List<ToolPlan> plans, List<String> defaultToolsets) {
    FieldSpec toolsets =
        FieldSpec.builder(String.class, "DEFAULT_TOOLSETS")
            .addJavadoc("The toolsets that are served unless something else is asked for.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .initializer("$S", String.join(",", defaultToolsets))
            .build();
    List<CodeBlock> tools =
        plans.stream()
            .map(plan -> CodeBlock.of("new $T(api)", ClassName.get(packageName, plan.className())))
            .toList();
    MethodSpec list =
        MethodSpec.methodBuilder("tools")
            .addJavadoc("The tools, sorted by name, calling through one client.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(ParameterizedTypeName.get(List.class, McpTool.class))
            .addParameter(api, "api")
            .addStatement("return $T.of(\n$>$>$L$<$<)", List.class, CodeBlock.join(tools, ",\n"))
            .build();
    TypeSpec type =
        TypeSpec.classBuilder(NAME)
            .addJavadoc("Every tool of {@code $L}.\n", specName)
            .addAnnotation(ToolClassRenderer.generated(specName))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addField(toolsets)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(list)
            .build();
    return ToolClassRenderer.source(packageName, type);
  }
}

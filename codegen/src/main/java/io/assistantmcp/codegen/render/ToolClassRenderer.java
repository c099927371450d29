package io.assistantmcp.codegen.render;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import io.assistantmcp.codegen.plan.ClientArgument;
import io.assistantmcp.codegen.plan.ToolPlan;
import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.ToolFacts;
import io.assistantmcp.tool.AnswerForm;
import io.assistantmcp.tool.HttpOperation;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.RequestParts;
import io.assistantmcp.tool.ToolArguments;
import io.assistantmcp.tool.ToolDefinition;
import io.assistantmcp.tool.ToolHints;
import io.assistantmcp.tool.ToolSchema;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import okhttp3.Call;

/** Writes the class of one tool. */
public final class ToolClassRenderer {

  private static final String GENERATOR = "io.assistantmcp.codegen.ToolProcessor";

  private final String packageName;
  private final String apiClass;
  private final TypeName api;
  private final String specName;

  /**
   * @param packageName the package the class goes into
   * @param apiClass the qualified name of the generated client's API class
   * @param specName what the generated code calls the document
   */
  public ToolClassRenderer(String packageName, String apiClass, String specName) {
    this.packageName = packageName;
    this.apiClass = apiClass;
    this.api = supplier(apiClass);
    this.specName = specName;
  }

  public GeneratedFile render(ToolPlan plan) {
    TypeSpec type =
        TypeSpec.classBuilder(plan.className())
            .addJavadoc("$L", Javadocs.of(plan.operation()))
            .addAnnotation(generated(specName + "#" + plan.operation().pointer()))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(McpTool.class)
            .addField(definitionField(plan))
            .addField(api, "api", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor())
            .addMethod(definitionMethod())
            .addMethod(newCallMethod(plan))
            .build();
    return source(packageName, type);
  }

  /** The client is asked for at the first call, so that listing tools does not load it. */
  static TypeName supplier(String apiClass) {
    return ParameterizedTypeName.get(ClassName.get(Supplier.class), ClassName.bestGuess(apiClass));
  }

  static GeneratedFile source(String packageName, TypeSpec type) {
    String content =
        JavaFile.builder(packageName, type).skipJavaLangImports(true).indent("  ").build() + "";
    return new GeneratedFile(GeneratedFile.Kind.SOURCE, type.name, content);
  }

  static AnnotationSpec generated(String origin) {
    return AnnotationSpec.builder(Generated.class)
        .addMember("value", "$S", GENERATOR)
        .addMember("comments", "$S", origin)
        .build();
  }

  private FieldSpec definitionField(ToolPlan plan) {
    Operation operation = plan.operation();
    ToolFacts tool = operation.tool();
    ToolHints hints = tool.hints();
    CodeBlock value =
        CodeBlock.builder()
            .add("new $T(\n$>$>", ToolDefinition.class)
            .add(
                "$S,\n$T.of($L),\n$S,\n$S,\n$S,\n",
                tool.name(),
                List.class,
                strings(tool.aliases()),
                tool.title(),
                operation.description(),
                tool.toolset())
            .add(
                "new $T($L, $L, $L),\n",
                ToolHints.class,
                hints.readOnly(),
                hints.destructive(),
                hints.idempotent())
            .add(
                "new $T($S, $S, $T.$L),\n",
                HttpOperation.class,
                operation.method(),
                operation.path(),
                AnswerForm.class,
                operation.answer())
            .add("new $T($L.class, $S))$<$<", ToolSchema.class, plan.className(), tool.name())
            .build();
    return FieldSpec.builder(ToolDefinition.class, "DEFINITION")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addParameter(api, "api")
        .addStatement("this.api = api")
        .build();
  }

  private static MethodSpec definitionMethod() {
    return MethodSpec.methodBuilder("definition")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ToolDefinition.class)
        .addStatement("return DEFINITION")
        .build();
  }

  private MethodSpec newCallMethod(ToolPlan plan) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("newCall")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Call.class)
            .addParameter(ToolArguments.class, "arguments")
            .addException(Exception.class);
    if (plan.parts().isEmpty()) {
      return method
          .addStatement(
              CodeBlock.builder().add("return api.get().").add(clientCall(plan, "$<$<")).build())
          .build();
    }
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add("$T request = new $T(arguments, client.", RequestParts.class, RequestParts.class)
            .add(clientCall(plan, ")$<$<"));
    method
        .addStatement("$T client = api.get()", ClassName.bestGuess(apiClass))
        .addStatement(request.build());
    plan.parts().forEach(part -> method.addStatement(PartCode.of(part)));
    return method
        .addStatement("return request.newCall(client.getApiClient().getHttpClient())")
        .build();
  }

  private static CodeBlock clientCall(ToolPlan plan, String end) {
    CodeBlock.Builder call =
        CodeBlock.builder().add("$LCall(\n$>$>", ClientMethod.name(plan.operation()));
    plan.call().forEach(argument -> call.add(expression(argument)).add(",\n"));
    return call.add("null)" + end).build();
  }

  private static CodeBlock expression(ClientArgument argument) {
    if (argument instanceof ClientArgument.Path path) {
      return CodeBlock.of("arguments.path($S)", path.name());
    }
    if (argument instanceof ClientArgument.Query query) {
      return CodeBlock.of("arguments.$L($S)", getter(query.form()), query.name());
    }
    if (argument instanceof ClientArgument.Whole whole) {
      return CodeBlock.of("arguments.whole($S)", whole.name());
    }
    return CodeBlock.of(
        "arguments.body($L)", strings(((ClientArgument.Body) argument).elsewhere()));
  }

  static CodeBlock strings(List<String> texts) {
    return CodeBlock.join(texts.stream().map(text -> CodeBlock.of("$S", text)).toList(), ", ");
  }

  private static String getter(ClientArgument.QueryForm form) {
    return switch (form) {
      case STRING -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "bool";
      case STRINGS -> "strings";
    };
  }
}

package io.assistantmcp.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor inside the real javac. */
final class ToolProcessorTest {

  private static final Path CASE = Path.of("src/test/resources/cases/every-argument");

  @TempDir Path folder;

  @Test
  void writesClassesAndSchemasBesideThem() throws IOException {
    giveSpec(Files.readString(CASE.resolve("spec.yaml")));

    assertThat(compile(List.of("-Xlint:all,-processing", "-Werror"))).isEmpty();

    Path tools = folder.resolve("classes/shop/tools");
    assertThat(tools.resolve("ListWidgetsTool.class")).exists();
    assertThat(tools.resolve("ToolCatalog.class")).exists();
    assertThat(tools.resolve("list_widgets.shown.json"))
        .hasSameTextualContentAs(CASE.resolve("expected/list_widgets.shown.json"));
    assertThat(tools.resolve("list_widgets.enforced.json")).exists();
  }

  @Test
  void readsTheFileOfTheOptionInstead() throws IOException {
    assertThat(compile(List.of("-Aopenapi.spec=" + CASE.resolve("spec.yaml")))).isEmpty();
  }

  @Test
  void makesEveryProblemACompileError() throws IOException {
    giveSpec(Files.readString(Path.of("src/test/resources/problems/several-at-once/spec.yaml")));

    assertThat(compile(List.of()))
        .hasSize(4)
        .allSatisfy(message -> assertThat(message).startsWith("ERROR: openapi/shop.yaml:"));
  }

  @Test
  void saysHowToGiveADocumentThatIsMissing() throws IOException {
    assertThat(compile(List.of()))
        .singleElement()
        .asString()
        .contains("openapi/shop.yaml cannot be read")
        .contains("put it on the compile class path or name it with -Aopenapi.spec=<file>");
  }

  private void giveSpec(String text) throws IOException {
    Path spec = folder.resolve("resources/openapi/shop.yaml");
    Files.createDirectories(spec.getParent());
    Files.writeString(spec, text);
  }

  private List<String> compile(List<String> options) throws IOException {
    Compilation compilation = new Compilation(folder);
    compilation.add("shop.client.WidgetsApi", Files.readString(CASE.resolve("WidgetsApi.java")));
    compilation.add(
        "shop.tools.package-info",
        """
        @io.assistantmcp.tool.GenerateTools(
            spec = "openapi/shop.yaml", api = shop.client.WidgetsApi.class)
        package shop.tools;
        """);
    compilation.process(new ToolProcessor());
    return compilation.run(options);
  }
}

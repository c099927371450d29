package io.assistantmcp.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.codegen.render.GeneratedFile;
import io.assistantmcp.openapi.document.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A folder per case: the document, the client's API class, and what has to come out. */
@Tag("golden")
final class CasesTest {

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> generatesWhatIsExpected() throws IOException {
    return Golden.folders("cases").stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> generates(folder)));
  }

  @TestFactory
  Stream<DynamicTest> generatesSourcesThatCompileWithoutAWarning() throws IOException {
    return Golden.folders("cases").stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> compiles(folder)));
  }

  private void generates(Path folder) throws IOException, SpecException {
    Path expected = folder.resolve("expected");
    List<GeneratedFile> files = generate(folder);
    for (GeneratedFile file : files) {
      Golden.check(expected.resolve(fileName(file)), file.content());
    }
    Set<String> names = files.stream().map(CasesTest::fileName).collect(Collectors.toSet());
    try (Stream<Path> committed = Files.list(expected)) {
      assertThat(committed.map(path -> path.getFileName().toString()))
          .as("files in " + expected)
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private void compiles(Path folder) throws IOException, SpecException {
    Path sources = temporary.resolve(folder.getFileName());
    Compilation compilation = new Compilation(sources);
    compilation.add("shop.client.WidgetsApi", Files.readString(folder.resolve("WidgetsApi.java")));
    for (GeneratedFile file : generate(folder)) {
      if (file.kind() == GeneratedFile.Kind.SOURCE) {
        compilation.add("shop.tools." + file.name(), file.content());
      }
    }
    assertThat(compilation.run(List.of("-Xlint:all", "-Werror", "-proc:none"))).isEmpty();
  }

  private static List<GeneratedFile> generate(Path folder) throws IOException, SpecException {
    return new ToolGenerator("shop.tools", "shop.client.WidgetsApi")
        .generate("openapi/shop.yaml", Files.readString(folder.resolve("spec.yaml")));
  }

  private static String fileName(GeneratedFile file) {
    return file.kind() == GeneratedFile.Kind.SOURCE ? file.name() + ".java" : file.name();
  }
}

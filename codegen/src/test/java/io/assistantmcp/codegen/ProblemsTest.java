package io.assistantmcp.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assistantmcp.openapi.document.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A folder per diagnostic: a document that has the problem, and every word of what is told. */
@Tag("golden")
final class ProblemsTest {

  @TestFactory
  Stream<DynamicTest> tellsWhatIsWrongWhereAndTheCure() throws IOException {
    return Golden.folders("problems").stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> tells(folder)));
  }

  private static void tells(Path folder) throws IOException {
    String spec = Files.readString(folder.resolve("spec.yaml"));
    SpecException problem =
        catchThrowableOfType(
            SpecException.class,
            () ->
                new ToolGenerator("shop.tools", "shop.client.WidgetsApi")
                    .generate("spec.yaml", spec));
    assertThat(problem).as("a problem in " + folder).isNotNull();
    Golden.check(folder.resolve("expected.txt"), problem.getMessage() + "\n");
  }
}

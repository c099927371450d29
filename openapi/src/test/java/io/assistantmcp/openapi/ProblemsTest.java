package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder of {@code problems} is a mistake and the words it must be told with. */
@Tag("golden")
class ProblemsTest {

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> tellsTheProblemsAndWritesNothing() {
    return Shop.folders("problems")
        .map(inputs -> DynamicTest.dynamicTest(name(inputs), () -> fail(inputs)));
  }

  private void fail(Path inputs) throws IOException {
    Shop shop = Shop.of(inputs, Files.createTempDirectory(temp, name(inputs)));
    Shop.Run run = shop.update();
    Path expected = inputs.resolve("expected.txt");
    if (Shop.REGENERATE) {
      Files.writeString(expected, run.err());
    }
    assertThat(run).isEqualTo(new Shop.Run(1, "", Files.readString(expected)));
    assertThat(shop.slice()).doesNotExist();
  }

  private static String name(Path inputs) {
    return inputs.getFileName().toString();
  }
}

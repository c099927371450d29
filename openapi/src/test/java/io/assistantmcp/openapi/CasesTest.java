package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder of {@code cases} is an upstream document and the slice it must give. */
@Tag("golden")
class CasesTest {

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> cutsTheExpectedSlice() {
    return Shop.folders("cases")
        .map(inputs -> DynamicTest.dynamicTest(name(inputs), () -> cut(inputs)));
  }

  @TestFactory
  Stream<DynamicTest> cutsTheSameSliceFromTheSlice() {
    return Shop.folders("cases")
        .map(inputs -> DynamicTest.dynamicTest(name(inputs), () -> refresh(inputs)));
  }

  private void cut(Path inputs) throws IOException {
    Shop shop = shop(inputs);
    assertThat(shop.update()).isEqualTo(new Shop.Run(0, "assistants.yaml written\n", ""));
    Path expected = inputs.resolve("expected.yaml");
    if (Shop.REGENERATE) {
      Files.copy(shop.slice(), expected, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(shop.slice()).hasSameTextualContentAs(expected);
  }

  private void refresh(Path inputs) throws IOException {
    Shop shop = shop(inputs);
    shop.update();
    String slice = Files.readString(shop.slice());
    assertThat(shop.run("--check"))
        .isEqualTo(new Shop.Run(0, "assistants.yaml is up to date\n", ""));
    assertThat(shop.run("--refresh")).isEqualTo(new Shop.Run(0, "assistants.yaml unchanged\n", ""));
    assertThat(shop.slice()).hasContent(slice);
  }

  private Shop shop(Path inputs) throws IOException {
    return Shop.of(inputs, Files.createTempDirectory(temp, name(inputs)));
  }

  private static String name(Path inputs) {
    return inputs.getFileName().toString();
  }
}

package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutSliceTest {

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void openShop() throws IOException {
    shop = Shop.of(Shop.RESOURCES.resolve("base"), folder);
  }

  @Test
  void leavesTheSliceAsItWasWhenThereAreProblems() throws IOException {
    shop.update();
    String before = Files.readString(shop.slice());
    Files.writeString(
        shop.upstream(), Files.readString(shop.upstream()).replace("NewWidget:", "Renamed:"));
    assertThat(shop.update().exit()).isEqualTo(1);
    assertThat(shop.slice()).hasContent(before);
  }

  @Test
  void leavesNothingBehindWhenTheSliceCannotBeWritten() throws IOException {
    Files.createDirectories(shop.slice().resolve("in-the-way"));
    Shop.Run run = shop.run("--operations", operations(), shop.upstream().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write").contains("nothing was changed");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
    }
  }

  private String operations() {
    return folder.resolve("operations.yaml").toString();
  }

  @Test
  void refreshesTheSliceWithoutTheDocument() throws IOException {
    shop.update();
    reword("Makes a widget.", "Builds a widget.");
    assertThat(shop.run("--refresh").out()).isEqualTo("assistants.yaml written\n");
    assertThat(shop.slice()).content().contains("description: Builds a widget.");
  }

  @Test
  void checksWithoutWriting() throws IOException {
    shop.update();
    String before = Files.readString(shop.slice());
    reword("Makes a widget.", "Builds a widget.");
    assertThat(shop.run("--check"))
        .isEqualTo(
            new Shop.Run(
                1,
                "",
                "assistants.yaml:38: #: is not what operations.yaml and overlay.yaml give;"
                    + " run script/regenerate\n1 problem; nothing was written\n"));
    assertThat(shop.slice()).hasContent(before);
  }

  @Test
  void tellsOfEveryFileThatIsNotThere() throws IOException {
    Files.delete(folder.resolve("operations.yaml"));
    Files.delete(folder.resolve("overlay.yaml"));
    Files.delete(shop.upstream());
    assertThat(shop.update().err())
        .isEqualTo(
            """
            upstream.yaml:1: #: is not there; check the path
            operations.yaml:1: #: is not there; check the path
            overlay.yaml:1: #: is not there; check the path
            3 problems; nothing was written
            """);
  }

  static Stream<List<String>> wrongCommandLines() {
    return Stream.of(
        List.of(),
        List.of("a.yaml", "b.yaml"),
        List.of("--verbose", "a.yaml"),
        List.of("a.yaml", "--output"),
        List.of("a.yaml", "--output", "--check"),
        List.of("--check", "a.yaml"),
        List.of("--refresh", "--check"));
  }

  @ParameterizedTest
  @MethodSource("wrongCommandLines")
  void explainsItsUseOnAWrongCommandLine(List<String> arguments) {
    Shop.Run run = shop.run(arguments.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("cut-slice: ").contains("usage: cut-slice <file|url>");
    assertThat(shop.slice()).doesNotExist();
  }

  private void reword(String old, String text) throws IOException {
    Path overlay = folder.resolve("overlay.yaml");
    Files.writeString(overlay, Files.readString(overlay).replace(old, text));
  }
}

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

class UpdateSpecTest {

  private static final String SOURCE = "https://example.com/openapi.yaml";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void openShop() throws IOException {
    shop = Shop.of(Shop.RESOURCES.resolve("base"), folder);
  }

  @Test
  void recordsTheFileNameAndTheHashOfTheDocument() throws IOException {
    shop.update();
    assertThat(Files.readAllLines(shop.lock()))
        .hasSize(4)
        .contains("source: upstream.yaml")
        .anyMatch(line -> line.matches("date: '\\d{4}-\\d\\d-\\d\\d'"))
        .anyMatch(line -> line.matches("sha256: '?[0-9a-f]{64}'?"));
  }

  @Test
  void recordsTheSourceItIsTold() {
    shop.run(shop.upstream().toString(), "--source", SOURCE);
    assertThat(shop.lock()).content().contains("source: " + SOURCE + "\n");
  }

  @Test
  void keepsTheDateWhileTheDocumentIsTheSame() throws IOException {
    shop.update();
    backdate();
    assertThat(shop.update().out()).isEqualTo("assistants.yaml unchanged\n");
    assertThat(shop.lock()).content().contains("date: '2001-01-01'");
  }

  @Test
  void datesTheLockAnewWhenTheDocumentOrItsSourceIsAnother() throws IOException {
    shop.update();
    backdate();
    shop.run(shop.upstream().toString(), "--source", SOURCE);
    assertThat(shop.lock()).content().doesNotContain("2001-01-01");

    backdate();
    Files.writeString(shop.upstream(), Files.readString(shop.upstream()) + "# more\n");
    shop.run(shop.upstream().toString(), "--source", SOURCE);
    assertThat(shop.lock()).content().doesNotContain("2001-01-01");
  }

  @Test
  void replacesALockThatCannotBeRead() throws IOException {
    Files.writeString(shop.lock(), "<<<<<<< ours\n");
    shop.update();
    assertThat(shop.lock()).content().contains("source: upstream.yaml");
  }

  @Test
  void leavesCommittedFilesAsTheyWereWhenThereAreProblems() throws IOException {
    shop.update();
    List<String> before = List.of(Files.readString(shop.slice()), Files.readString(shop.lock()));
    Files.writeString(
        shop.upstream(), Files.readString(shop.upstream()).replace("NewWidget:", "Renamed:"));
    assertThat(shop.update().exit()).isEqualTo(1);
    assertThat(List.of(Files.readString(shop.slice()), Files.readString(shop.lock())))
        .isEqualTo(before);
  }

  @Test
  void leavesTheSliceAsItWasWhenTheLockCannotBeWritten() throws IOException {
    Files.writeString(shop.slice(), "old\n");
    Files.createDirectories(shop.lock().resolve("in-the-way"));
    Shop.Run run = shop.update();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write").contains("nothing was changed");
    assertThat(shop.slice()).hasContent("old\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
    }
  }

  @Test
  void removesTheSliceItCouldNotLock() throws IOException {
    Files.createDirectories(shop.lock().resolve("in-the-way"));
    assertThat(shop.update().exit()).isEqualTo(1);
    assertThat(shop.slice()).doesNotExist();
  }

  @Test
  void refreshesTheSliceWithoutTouchingTheLock() throws IOException {
    shop.update();
    backdate();
    reword("Makes a widget.", "Builds a widget.");
    assertThat(shop.run("--refresh").out()).isEqualTo("assistants.yaml written\n");
    assertThat(shop.slice()).content().contains("description: Builds a widget.");
    assertThat(shop.lock()).content().contains("2001-01-01");
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
        List.of("a.yaml", "--source"),
        List.of("a.yaml", "--source", "--check"),
        List.of("a.yaml", "--source", "a.yaml"),
        List.of("--check", "a.yaml"),
        List.of("--refresh", "--source", SOURCE),
        List.of("--refresh", "--check"));
  }

  @ParameterizedTest
  @MethodSource("wrongCommandLines")
  void explainsItsUseOnAWrongCommandLine(List<String> arguments) {
    Shop.Run run = shop.run(arguments.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("update-spec: ").contains("usage: update-spec <file|url>");
    assertThat(shop.slice()).doesNotExist();
  }

  private void backdate() throws IOException {
    String lock = Files.readString(shop.lock());
    Files.writeString(shop.lock(), lock.replaceFirst("date: .*", "date: '2001-01-01'"));
  }

  private void reword(String old, String text) throws IOException {
    Path overlay = folder.resolve("overlay.yaml");
    Files.writeString(overlay, Files.readString(overlay).replace(old, text));
  }
}

package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script stands for Maven, in a project that git knows. */
class StagedBuildTest {

  private static final String SERVER =
      "mkdir -p server/target/lib\n"
          + "echo tested >server/target/openai-assistant-mcp.jar\n"
          + "echo library >server/target/lib/one.jar\n";

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void open() throws Exception {
    folder = Files.createDirectories(root.resolve("target/update-spec"));
    assertThat(new ProcessBuilder("git", "init", "-q", root.toString()).start().waitFor()).isZero();
    write(".gitignore", "target/\n");
    write("slice", "old\n");
    write("snapshots/stays", "stays\n");
    write("snapshots/goes", "goes\n");
    write("server/target/lib/one.jar", "library\n");
  }

  @Test
  void givesWhatTheBuildHasChangedAndTheServer() throws IOException {
    Map<String, String> changes =
        build(SERVER + "cp slice snapshots/new; rm snapshots/goes; echo noise >target-like");
    assertThat(changes)
        .containsExactly(
            Map.entry("server/target/openai-assistant-mcp.jar", "tested\n"),
            Map.entry("slice", "new\n"),
            Map.entry("snapshots/goes", "(gone)"),
            Map.entry("snapshots/new", "new\n"),
            Map.entry("target-like", "noise\n"));
    assertThat(root.resolve("slice")).hasContent("old");
    assertThat(root.resolve("snapshots/new")).doesNotExist();
  }

  @Test
  void takesTheProjectAsItIsNowTheNextTimeToo() throws IOException {
    build(SERVER + "echo generated >generated");
    write("slice", "edited\n");
    write("added", "added\n");
    Files.delete(root.resolve("snapshots/goes"));
    Map<String, String> changes =
        build(SERVER + "cat added >seen; ls snapshots generated >>seen || true");
    assertThat(changes)
        .containsEntry("seen", "added\nsnapshots:\nstays\n")
        .doesNotContainKeys("snapshots/goes", "generated", "added");
  }

  /** Since Maven does again what is newer than what it has built. */
  @Test
  void leavesTheDatesOfWhatHasNotChanged() throws IOException {
    build(SERVER);
    Path slice = folder.resolve("tree/slice");
    Path other = folder.resolve("tree/snapshots/stays");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(slice, longAgo);
    assertThat(Files.getLastModifiedTime(other).toMillis())
        .isEqualTo(Files.getLastModifiedTime(root.resolve("snapshots/stays")).toMillis());
    build(SERVER);
    assertThat(Files.getLastModifiedTime(slice)).isEqualTo(longAgo);
  }

  @Test
  void keepsEditsThatAreMadeMeanwhile() throws IOException {
    String project = "cd " + root + "; ";
    Map<String, String> changes = build(SERVER + project + "echo edited >snapshots/stays");
    assertThat(changes).doesNotContainKey("snapshots/stays");
    assertThatThrownBy(() -> build(SERVER + project + "echo edited >slice"))
        .hasMessageContaining("slice was edited while the update was built");
    assertThat(root.resolve("slice")).hasContent("edited");
  }

  @Test
  void tellsWhyTheBuildHasFailedAndWhereToLook() {
    assertThatThrownBy(() -> build("echo '[ERROR] no such thing'; exit 1"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("[ERROR] no such thing\n")
        .hasMessageContaining("build.log")
        .hasMessageContaining("--no-build");
    assertThat(root.resolve("slice")).hasContent("old");
  }

  private Map<String, String> build(String script) throws IOException {
    StagedBuild build = new StagedBuild(root, folder, List.of("bash", "-ec", script));
    Map<String, String> changes = new TreeMap<>();
    for (Map.Entry<String, Optional<byte[]>> file :
        build.run(Map.of("slice", "new\n")).entrySet()) {
      String text =
          file.getValue().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("(gone)");
      changes.put(file.getKey(), text);
    }
    return changes;
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upstream drops operations, and the tools stay. */
class FrozenTest {

  @TempDir Path folder;
  private Project project;
  private String slice;

  @BeforeEach
  void cut() throws IOException {
    project = Project.cutWidgets(folder);
    slice = project.slice();
  }

  @Test
  void keepsTheSliceWhenAnOperationIsGoneAndSaysSinceWhen() throws IOException {
    String document = document("without-get.yaml", "operationId: getWidget", "operationId: other");
    assertThat(project.run(document, "--check").exit()).isEqualTo(4);
    Project.Run run = project.run(document);
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("## Frozen")
        .contains("since `without-get.yaml` of 2026-12-01")
        .contains("- `getWidget`")
        .contains("`getWidget` is called `other` now; rename it in operations.yaml")
        .contains("**breaking** tool removed");
    assertThat(project.slice()).isEqualTo(slice);
    assertThat(project.lock())
        .contains("source: upstream.yaml")
        .contains("frozen:\n  source: without-get.yaml")
        .contains("  operations:\n    - getWidget\n");
  }

  @Test
  void keepsTheSliceWhenAllOperationsAreGone() throws IOException {
    Path empty = folder.resolve("empty.yaml");
    Files.writeString(empty, "openapi: 3.1.0\ninfo: {title: Nothing, version: '1'}\npaths: {}\n");
    Project.Run run = project.run(empty.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("- `listWidgets`\n- `createWidget`\n- `getWidget`\n");
    assertThat(project.slice()).isEqualTo(slice);
    assertThat(project.run(empty.toString(), "--check").exit()).isZero();
  }

  @Test
  void remembersTheFirstDocumentWithoutThem() throws IOException {
    project.run(document("first.yaml", "operationId: getWidget", "operationId: other"));
    String second = document("second.yaml", "operationId: getWidget", "operationId: another");
    assertThat(project.run(second).out()).contains("since `first.yaml` of 2026-12-01");
    assertThat(project.run(second).err()).isEqualTo("update-spec: nothing new\n");
  }

  @Test
  void goesOnWhenTheyAreBack() throws IOException {
    project.run(document("first.yaml", "operationId: getWidget", "operationId: other"));
    String back = document("back.yaml", "maximum: 100", "maximum: 200");
    assertThat(project.run(back).out()).doesNotContain("Frozen").contains("looser limit");
    assertThat(project.slice()).contains("maximum: 200");
    assertThat(project.lock()).contains("source: back.yaml").doesNotContain("frozen");
  }

  @Test
  void goesOnWithoutThemIfOperationsYamlDoes() throws IOException {
    String document = document("first.yaml", "operationId: getWidget", "operationId: other");
    project.run(document);
    Path operations = project.file("operations.yaml");
    Files.writeString(
        operations, Files.readString(operations).replaceFirst("(?m)^  getWidget: .*\n", ""));
    assertThat(project.run(document).out())
        .contains("### get_widget\n\n- **breaking** tool removed");
    assertThat(project.slice()).doesNotContain("getWidget");
    assertThat(project.lock()).contains("source: first.yaml").doesNotContain("frozen");
  }

  private String document(String name, String old, String now) throws IOException {
    String text = Files.readString(Project.WIDGETS.resolve("upstream.yaml"));
    return Files.writeString(folder.resolve(name), text.replace(old, now)).toString();
  }
}

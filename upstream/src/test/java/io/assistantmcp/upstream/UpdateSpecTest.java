package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

  private static final String UPSTREAM = Project.WIDGETS.resolve("upstream.yaml").toString();

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void open() throws IOException {
    project = Project.widgets(folder);
  }

  @Test
  void cutsAFirstSliceAndRecordsWhatItIsCutFrom() {
    Project.Run run = project.run(UPSTREAM, "--source", "https://example.com/openapi.yaml");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("the first slice");
    assertThat(project.lock())
        .contains(
            "url: https://raw.githubusercontent.com/openai/openai-openapi/master/openapi.yaml")
        .contains("source: https://example.com/openapi.yaml\ndate: '2026-12-01'\n")
        .containsPattern("\nsha256: '?[0-9a-f]{64}'?\noutside:\n  operations: 1\n");
  }

  @Test
  void tellsThatTheSameDocumentIsNothingNew() {
    project.run(UPSTREAM);
    String before = project.slice() + project.lock();
    assertThat(project.run(UPSTREAM))
        .isEqualTo(new Project.Run(0, "", "update-spec: nothing new\n"));
    assertThat(project.slice() + project.lock()).isEqualTo(before);
  }

  @Test
  void letsNewValuesAndOptionalFieldsThroughWithoutAnEdit() throws IOException {
    project.run(UPSTREAM);
    String document =
        changed("enum: [red, green]", "enum: [red, green, blue]")
            .replace("tags: {type: array", "weight: {type: number}\n        tags: {type: array");
    Project.Run run = project.run(write(document));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("# The upstream document has changed: 0 breaking, ");
    assertThat(project.slice()).contains("- blue").contains("weight:");
  }

  @Test
  void keepsTheSentenceOfAnOperationThatHasMoved() throws IOException {
    project.run(UPSTREAM);
    Project.Run run = project.run(write(changed("/widgets/{widget_id}:", "/gadgets/{widget_id}:")));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("### getWidget: `GET /gadgets/{widget_id}`")
        .contains("- **breaking** moved, before `GET /widgets/{widget_id}`")
        .contains("- overlay.yaml: `$.paths['/widgets/{widget_id}'].get` hits nothing");
    assertThat(project.slice()).contains("description: Returns a widget.");
  }

  @Test
  void proposesNewOperationsReadyToPaste() throws IOException {
    project.run(UPSTREAM);
    String document = write(changed("  /ping:", NEW_OPERATIONS + "  /ping:"));
    JsonObject report =
        JsonParser.parseString(project.run(document, "--check", "--json").out()).getAsJsonObject();
    StringBuilder entries = new StringBuilder();
    StringBuilder words = new StringBuilder();
    for (var proposal : report.getAsJsonArray("proposals")) {
      JsonObject object = proposal.getAsJsonObject();
      entries.append(object.get("entry").getAsString());
      words.append("  - target: ").append(object.get("target").getAsString());
      words.append("\n    description: A test.\n    update: {description: Ours.}\n");
    }
    assertThat(entries).hasToString(PROPOSED);
    append("operations.yaml", entries);
    append("overlay.yaml", words);
    assertThat(project.run(document).out()).contains("### submit_widget_parts\n\n- tool added");
    assertThat(project.slice()).contains("delete_widget").contains("create_widget_color");
  }

  private static final String NEW_OPERATIONS =
      """
        /widgets/{widget_id}/cancel:
          post:
            operationId: cancelWidget
            parameters: [{name: widget_id, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: ''}}
        /widgets/{widget_id}/parts:
          delete:
            operationId: widget-parts-delete
            parameters: [{name: widget_id, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: ''}}
          post:
            operationId: submitWidgetParts
            parameters: [{name: widget_id, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: ''}}
        /widgets/colors:
          get: {operationId: widgetColors, responses: {'200': {description: ''}}}
          post: {operationId: widgetColor, responses: {'200': {description: ''}}}
        /widgetsmiths:
          get: {operationId: listWidgetSmiths, responses: {'200': {description: ''}}}
        /widgets/all:
          delete: {operationId: deleteWidget, responses: {'200': {description: ''}}}
      """;

  private static final String PROPOSED =
      """
        cancelWidget:
          tool: cancel_widget
          title: Cancel widget
          toolset: widgets
          readOnly: false
          destructive: false
          idempotent: true
        widget-parts-delete:
          tool: delete_widget_parts
          title: Delete widget parts
          toolset: widgets
          readOnly: false
          destructive: true
          idempotent: true
        submitWidgetParts:
          tool: submit_widget_parts
          title: Submit widget parts
          toolset: widgets
          readOnly: false
          destructive: false
          idempotent: false
        widgetColors:
          tool: list_widget_colors
          title: List widget colors
          toolset: widgets
          readOnly: true
          destructive: false
          idempotent: true
        widgetColor:
          tool: create_widget_color
          title: Create widget color
          toolset: widgets
          readOnly: false
          destructive: false
          idempotent: false
        deleteWidget:
          tool: delete_widget
          title: Delete widget
          toolset: widgets
          readOnly: false
          destructive: true
          idempotent: true
      """;

  @Test
  void changesNothingWhenTheLockCannotBeWritten() throws IOException {
    project.run(UPSTREAM);
    String slice = project.slice();
    Files.delete(project.file("upstream.lock"));
    Files.createDirectories(project.file("upstream.lock").resolve("in-the-way"));
    Project.Run run = project.run(write(changed("maximum: 100", "maximum: 200")));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("upstream.lock cannot be replaced; nothing was changed");
    assertThat(project.slice()).isEqualTo(slice);
  }

  static Stream<List<String>> wrongCommandLines() {
    return Stream.of(
        List.of("a.yaml", "b.yaml"),
        List.of("--verbose"),
        List.of("a.yaml", "--source"),
        List.of("a.yaml", "--source", "--check"),
        List.of("a.yaml", "--source", "a.yaml"));
  }

  @ParameterizedTest
  @MethodSource("wrongCommandLines")
  void explainsItsUseOnAWrongCommandLine(List<String> arguments) {
    Project.Run run = project.run(arguments.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("update-spec: ").contains("usage: update-spec [file|url]");
  }

  private void append(String file, CharSequence text) throws IOException {
    Path path = project.file(file);
    Files.writeString(path, Files.readString(path) + text);
  }

  private String changed(String old, String text) throws IOException {
    return Files.readString(Path.of(UPSTREAM)).replace(old, text);
  }

  private String write(String document) throws IOException {
    return Files.writeString(folder.resolve("changed.yaml"), document).toString();
  }
}

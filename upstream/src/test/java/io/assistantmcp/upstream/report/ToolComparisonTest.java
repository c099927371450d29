package io.assistantmcp.upstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolComparisonTest {

  private static final String SLICE =
      """
      openapi: 3.0.3
      x-toolsets: {widgets: default, parts: optional}
      paths:
        /widgets:
          get:
            operationId: listWidgets
            description: Lists widgets.
            x-tool: {name: list_widgets, title: List, toolset: widgets, readOnly: true,
              destructive: false, idempotent: true}
        /parts:
          get:
            operationId: listParts
            description: Lists parts.
            x-tool: {name: list_parts, title: List, toolset: parts, readOnly: true,
              destructive: false, idempotent: true}
      """;

  @Test
  void doesNotCallARenamedToolRemovedIfItsOldNameStillWorks() throws SpecException {
    ToolSurface after =
        surface(SLICE.replace("name: list_widgets", "name: find_widgets, aliases: [list_widgets]"));
    assertThat(new ToolComparison(surface(SLICE), after).sections())
        .singleElement()
        .isEqualTo(
            new Section(
                "find_widgets",
                "",
                List.of(new Line("", "renamed, can still be called `list_widgets`", false))));
  }

  @Test
  void callsItRemovedIfItDoesNot() throws SpecException {
    ToolSurface after = surface(SLICE.replace("name: list_widgets", "name: find_widgets"));
    assertThat(new ToolComparison(surface(SLICE), after).sections())
        .extracting(Section::name)
        .containsExactly("find_widgets", "list_widgets");
  }

  @Test
  void countsOnlyToolsThatAreServedToEverybody() throws SpecException {
    assertThat(surface(SLICE).listing().toString())
        .contains("list_widgets")
        .doesNotContain("list_parts");
  }

  private static ToolSurface surface(String slice) throws SpecException {
    return ToolSurface.of(SpecDocument.parse("slice", slice));
  }
}

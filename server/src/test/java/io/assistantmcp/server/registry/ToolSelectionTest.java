package io.assistantmcp.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ToolsConfig;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolSelectionTest {

  private static final List<McpTool> TOOLS = ToolCatalog.tools(AssistantsApi::new);

  @Test
  void toolsetsAndSingleToolsAddUp() throws ConfigException {
    assertThat(served(List.of("threads"), List.of("get_run"), List.of(), false))
        .containsExactly(
            "create_thread", "delete_thread", "get_run", "get_thread", "modify_thread");
    assertThat(served(List.of("all"), List.of(), List.of(), false)).hasSameSizeAs(TOOLS);
  }

  @Test
  void whatIsExcludedIsNotServedWhateverElseNamesIt() throws ConfigException {
    assertThat(served(List.of("threads"), List.of("get_thread"), List.of("get_thread"), false))
        .containsExactly("create_thread", "delete_thread", "modify_thread");
  }

  @Test
  void readOnlyWinsOverAllElse() throws ConfigException {
    ToolSelection selection =
        select(List.of("all"), List.of("create_run"), List.of("create_run"), true);

    assertThat(selection.served()).allMatch(tool -> tool.definition().hints().readOnly());
    assertThat(selection.served().size() + selection.withheld().size()).isEqualTo(TOOLS.size());
    assertThat(selection.withheld())
        .allMatch(withheld -> withheld.reason().startsWith("READ_ONLY=true"));
  }

  @Test
  void whatThereIsNotIsNamedWithWhatThereIs() {
    assertThatThrownBy(() -> select(List.of("run"), List.of(), List.of(), false))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("TOOLSETS: there is no toolset 'run'; there are assistants, ");
    assertThatThrownBy(() -> select(List.of(), List.of(), List.of("run"), false))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("EXCLUDE_TOOLS: there is no tool 'run'; there are cancel_run, ");
  }

  @Test
  void aServerOfNothingIsAMistake() {
    assertThatThrownBy(() -> select(List.of(), List.of("create_run"), List.of(), true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no tool is left");
  }

  private static List<String> served(
      List<String> toolsets, List<String> tools, List<String> excluded, boolean readOnly)
      throws ConfigException {
    return select(toolsets, tools, excluded, readOnly).served().stream()
        .map(tool -> tool.definition().name())
        .toList();
  }

  private static ToolSelection select(
      List<String> toolsets, List<String> tools, List<String> excluded, boolean readOnly)
      throws ConfigException {
    return ToolSelection.of(new ToolsConfig(toolsets, tools, excluded, readOnly), TOOLS);
  }
}

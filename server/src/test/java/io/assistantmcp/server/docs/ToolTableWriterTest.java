package io.assistantmcp.server.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("golden")
class ToolTableWriterTest {

  private static final Path README = Path.of("..", "README.md");
  private static final List<McpTool> TOOLS = ToolCatalog.tools(AssistantsApi::new);

  @Test
  void theReadmeIsUpToDate() throws IOException {
    String present = Files.readString(README);
    String wanted = SettingTableWriter.fill(ToolTableWriter.fill(present, TOOLS), Settings.GROUPS);
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(README, wanted);
      return;
    }
    assertThat(present)
        .as("README.md and its tables; after a change that is meant, run script/regenerate")
        .isEqualTo(wanted);
  }

  @Test
  void onlyTheTextBetweenTheMarkersIsReplaced() {
    String filled =
        ToolTableWriter.fill(
            "before\n<!-- tools:begin -->stale text<!-- tools:end -->\nafter", TOOLS);

    assertThat(filled)
        .startsWith("before\n<!-- tools:begin -->\n\n| toolset | tool |")
        .contains("| threads | `delete_thread` |", "| `DELETE /threads/{thread_id}` |")
        .endsWith("|\n\n<!-- tools:end -->\nafter")
        .doesNotContain("stale text");
    assertThat(ToolTableWriter.fill(filled, TOOLS)).isEqualTo(filled);
  }

  @Test
  void aTextWithoutMarkersIsRefused() {
    assertThatThrownBy(() -> ToolTableWriter.fill("<!-- tools:end --><!-- tools:begin -->", TOOLS))
        .hasMessageContaining("<!-- tools:begin -->");
  }

  @Test
  void theTerminalTableIsAligned() {
    assertThat(ToolTable.of(TOOLS).lines().map(line -> line.split(" {2,}").length))
        .hasSize(TOOLS.size() + 1)
        .containsOnly(4);
  }
}

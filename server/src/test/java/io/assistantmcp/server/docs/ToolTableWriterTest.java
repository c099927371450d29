package io.assistantmcp.server.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolTableWriterTest {

  private static final List<McpTool> TOOLS = ToolCatalog.tools(AssistantsApi::new);

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

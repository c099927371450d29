package io.assistantmcp.server.registry;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.assistantmcp.tool.ToolDefinition;
import java.util.List;
import okhttp3.Call;

/**
 * A tool that once had another name.
 *
 * @param tool the tool
 * @param alias its former name
 */
public record Renamed(McpTool tool, String alias) implements McpTool {

  /** The same tools, one of which had another name. */
  public static List<McpTool> among(List<McpTool> tools, String name, String alias) {
    return tools.stream()
        .map(tool -> tool.definition().name().equals(name) ? new Renamed(tool, alias) : tool)
        .toList();
  }

  @Override
  public ToolDefinition definition() {
    ToolDefinition it = tool.definition();
    return new ToolDefinition(
        it.name(),
        List.of(alias),
        it.title(),
        it.description(),
        it.toolset(),
        it.hints(),
        it.operation(),
        it.schema());
  }

  @Override
  public Call newCall(ToolArguments arguments) throws Exception {
    return tool.newCall(arguments);
  }
}

package io.assistantmcp.server.docs;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the tool table into a Markdown text, between two markers. */
public final class ToolTableWriter {

  private ToolTableWriter() {}

  /**
   * The text with the table up to date.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  public static String fill(String markdown, List<McpTool> tools) {
    return MarkedSection.fill(markdown, "tools", table(tools));
  }

  private static String table(List<McpTool> tools) {
    Map<String, List<ToolDefinition>> toolsets =
        tools.stream()
            .map(McpTool::definition)
            .collect(
                Collectors.groupingBy(
                    ToolDefinition::toolset, LinkedHashMap::new, Collectors.toList()));
    return toolsets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(toolset -> section(toolset.getKey(), toolset.getValue()))
        .collect(Collectors.joining("\n\n"));
  }

  private static String section(String toolset, List<ToolDefinition> tools) {
    return tools.stream()
        .map(ToolTableWriter::row)
        .collect(
            Collectors.joining(
                "\n", "| " + toolset + " | what it does | HTTP operation |\n|---|---|---|\n", ""));
  }

  private static String row(ToolDefinition tool) {
    return "| `%s` | %s | `%s` |"
        .formatted(tool.name(), tool.description().replace("|", "\\|"), ToolTable.operation(tool));
  }
}

package io.assistantmcp.server.docs;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the tool table into a Markdown text, between two markers. */
public final class ToolTableWriter {

  private static final String HEADER =
      "| toolset | tool | what it does | HTTP operation |\n|---|---|---|---|\n";

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
    return tools.stream()
        .map(McpTool::definition)
        .sorted(Comparator.comparing(ToolDefinition::toolset).thenComparing(ToolDefinition::name))
        .map(ToolTableWriter::row)
        .collect(Collectors.joining("\n", HEADER, ""));
  }

  private static String row(ToolDefinition tool) {
    return "| %s | `%s` | %s | `%s` |"
        .formatted(
            tool.toolset(),
            tool.name(),
            tool.description().replace("|", "\\|"),
            ToolTable.operation(tool));
  }
}

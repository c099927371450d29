package io.assistantmcp.server.docs;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the tool table into a Markdown text, between two markers. */
public final class ToolTableWriter {

  private static final String BEGIN = "<!-- tools:begin -->";
  private static final String END = "<!-- tools:end -->";

  private ToolTableWriter() {}

  /**
   * The text with the table up to date.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  public static String fill(String markdown, List<McpTool> tools) {
    int begin = markdown.indexOf(BEGIN);
    int end = markdown.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("There is no " + BEGIN + " with " + END + " after it");
    }
    return markdown.substring(0, begin + BEGIN.length())
        + "\n\n"
        + table(tools)
        + "\n\n"
        + markdown.substring(end);
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

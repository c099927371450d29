package io.assistantmcp.server.docs;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import io.assistantmcp.tool.ToolHints;
import java.util.ArrayList;
import java.util.List;

/** The tools as a table for the terminal. */
public final class ToolTable {

  private static final List<String> HEADER = List.of("TOOL", "TOOLSET", "HINTS", "OPERATION");

  private ToolTable() {}

  /** One line per tool, in aligned columns, below a header. */
  public static String of(List<McpTool> tools) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    tools.forEach(tool -> rows.add(row(tool.definition())));
    return Columns.aligned(rows);
  }

  static String operation(ToolDefinition tool) {
    return tool.operation().method() + " " + tool.operation().path();
  }

  private static List<String> row(ToolDefinition tool) {
    return List.of(tool.name(), tool.toolset(), hints(tool.hints()), operation(tool));
  }

  private static String hints(ToolHints hints) {
    List<String> words = new ArrayList<>();
    if (hints.readOnly()) {
      words.add("read-only");
    }
    if (hints.destructive()) {
      words.add("destructive");
    }
    if (hints.idempotent()) {
      words.add("idempotent");
    }
    return words.isEmpty() ? "-" : String.join(", ", words);
  }
}

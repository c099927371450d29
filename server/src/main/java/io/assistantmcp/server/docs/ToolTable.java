package io.assistantmcp.server.docs;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import io.assistantmcp.tool.ToolHints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tools as a table for the terminal. */
public final class ToolTable {

  private static final List<String> HEADER = List.of("TOOL", "TOOLSET", "HINTS", "OPERATION");

  private ToolTable() {}

  /** One line per tool, in aligned columns, below a header. */
  public static String of(List<McpTool> tools) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    tools.forEach(tool -> rows.add(row(tool.definition())));
    int[] widths = IntStream.range(0, HEADER.size()).map(column -> width(rows, column)).toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
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

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}

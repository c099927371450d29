package io.assistantmcp.server.docs;

import io.assistantmcp.server.registry.ToolSelection;
import io.assistantmcp.tool.McpTool;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The toolsets as a table for the terminal. */
public final class ToolsetTable {

  private static final List<String> HEADER = List.of("TOOLSET", "SERVED", "NOT SERVED");

  private ToolsetTable() {}

  /** One line per toolset that there is, with how many of its tools are served and are not. */
  public static String of(ToolSelection selection) {
    SortedMap<String, int[]> counts = new TreeMap<>();
    selection.served().forEach(tool -> count(tool, counts)[0]++);
    selection.withheld().forEach(withheld -> count(withheld.tool(), counts)[1]++);
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    counts.forEach((name, count) -> rows.add(List.of(name, "" + count[0], "" + count[1])));
    return Columns.aligned(rows);
  }

  private static int[] count(McpTool tool, SortedMap<String, int[]> counts) {
    return counts.computeIfAbsent(tool.definition().toolset(), name -> new int[2]);
  }
}

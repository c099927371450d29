package io.assistantmcp.tool;

import java.util.List;

/**
 * What a client is told about a tool.
 *
 * @param name the MCP tool name
 * @param aliases the names that it had before, by which it can still be called
 * @param title a short name for people
 * @param description one sentence for the model
 * @param toolset the group the tool belongs to
 * @param hints what a call does to the world
 * @param operation the HTTP operation behind it
 * @param schema its input schemas
 */
public record ToolDefinition(
    String name,
    List<String> aliases,
    String title,
    String description,
    String toolset,
    ToolHints hints,
    HttpOperation operation,
    ToolSchema schema) {

  /** Whether a name is this tool's, or was. */
  public boolean answersTo(String called) {
    return name.equals(called) || aliases.contains(called);
  }
}

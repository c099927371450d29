package io.assistantmcp.tool;

/**
 * What a client is told about a tool.
 *
 * @param name the MCP tool name
 * @param title a short name for people
 * @param description one sentence for the model
 * @param toolset the group the tool belongs to
 * @param hints what a call does to the world
 * @param operation the HTTP operation behind it
 * @param schema its input schemas
 */
public record ToolDefinition(
    String name,
    String title,
    String description,
    String toolset,
    ToolHints hints,
    HttpOperation operation,
    ToolSchema schema) {}

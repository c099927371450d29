package io.assistantmcp.codegen.spec;

import io.assistantmcp.tool.ToolHints;
import java.util.List;

/**
 * What the extension {@code x-tool} says of an operation, and no OpenAPI keyword can.
 *
 * @param name the MCP tool name
 * @param aliases the names that it had before
 * @param title a short name for people
 * @param toolset the group the tool belongs to
 * @param hints what a call does to the world
 */
public record ToolFacts(
    String name, List<String> aliases, String title, String toolset, ToolHints hints) {}

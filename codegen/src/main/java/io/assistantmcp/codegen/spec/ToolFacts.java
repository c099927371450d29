package io.assistantmcp.codegen.spec;

import io.assistantmcp.tool.ToolHints;

/**
 * What the extension {@code x-tool} says of an operation, and no OpenAPI keyword can.
 *
 * @param name the MCP tool name
 * @param title a short name for people
 * @param toolset the group the tool belongs to
 * @param hints what a call does to the world
 */
public record ToolFacts(String name, String title, String toolset, ToolHints hints) {}

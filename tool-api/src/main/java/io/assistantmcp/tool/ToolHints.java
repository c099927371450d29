package io.assistantmcp.tool;

/**
 * What a call does to the world, as MCP tool annotations.
 *
 * @param readOnly changes nothing
 * @param destructive may remove or end something that cannot be brought back
 * @param idempotent a second call with the same arguments changes nothing more
 */
public record ToolHints(boolean readOnly, boolean destructive, boolean idempotent) {}

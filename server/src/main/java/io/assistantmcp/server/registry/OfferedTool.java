package io.assistantmcp.server.registry;

import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema.Tool;

/**
 * A tool in the forms that the SDK's servers take.
 *
 * @param description what clients are told about it
 * @param tool the tool itself
 * @param calls where its calls go
 */
record OfferedTool(Tool description, McpTool tool, ToolCalls calls) {

  /** For a server with sessions. */
  McpServerFeatures.AsyncToolSpecification inSessions() {
    return new McpServerFeatures.AsyncToolSpecification(
        description, (exchange, request) -> calls.call(tool, exchange.transportContext(), request));
  }

  /** For a server without. */
  McpStatelessServerFeatures.AsyncToolSpecification withoutSession() {
    return new McpStatelessServerFeatures.AsyncToolSpecification(
        description, (context, request) -> calls.call(tool, context, request));
  }
}

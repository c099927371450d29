package io.assistantmcp.tool;

import okhttp3.Call;

/** One operation of the API as an MCP tool. */
public interface McpTool {

  /** What a client is told about this tool. */
  ToolDefinition definition();

  /**
   * Builds the HTTP call for these arguments and sends nothing yet.
   *
   * @param arguments the tool call's arguments, already validated against the enforced schema
   * @throws InvalidArgumentException if an argument cannot be put into the request
   * @throws Exception whatever the generated client declares for a request it cannot build
   */
  Call newCall(ToolArguments arguments) throws Exception;
}

package io.assistantmcp.server.call;

import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool.
 *
 * @param tool the tool
 * @param arguments its arguments
 * @param credentials whom it is made for
 * @param redactor takes its keys out of what is told of it
 * @param onStart given the HTTP call before it is sent
 */
record ToolCall(
    McpTool tool,
    Map<String, @Nullable Object> arguments,
    Credentials credentials,
    Redactor redactor,
    Consumer<Call> onStart) {

  ToolDefinition definition() {
    return tool.definition();
  }
}

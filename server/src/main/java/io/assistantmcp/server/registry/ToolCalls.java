package io.assistantmcp.server.registry;

import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.config.CredentialsConfig;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Calls of tools, as they come from whatever transport. */
final class ToolCalls {

  private final ToolCallHandler handler;
  private final CredentialsConfig credentials;

  ToolCalls(ToolCallHandler handler, CredentialsConfig credentials) {
    this.handler = handler;
    this.credentials = credentials;
  }

  /** Blocks the thread that subscribes; a cancellation comes from another one. */
  Mono<CallToolResult> call(McpTool tool, McpTransportContext context, CallToolRequest request) {
    var arguments = Objects.requireNonNullElse(request.arguments(), Map.<String, Object>of());
    Credentials used = credentials.of(CallerCredentials.of(context));
    return Mono.create(
        sink ->
            handler.call(
                tool, arguments, used, call -> sink.onCancel(call::cancel), sink::success));
  }

  /** Answers a call of a tool that is not served. */
  Mono<CallToolResult> refuse(ToolSelection.Withheld withheld) {
    return Mono.fromSupplier(() -> handler.refuse(withheld.tool().definition(), withheld.advice()));
  }
}

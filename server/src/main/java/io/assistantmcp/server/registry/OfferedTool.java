package io.assistantmcp.server.registry;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * A name that can be called, in the forms that the SDK's servers take.
 *
 * @param description what clients are told about it
 * @param listed whether they are
 * @param calls where its calls go
 */
record OfferedTool(
    Tool description,
    boolean listed,
    BiFunction<McpTransportContext, CallToolRequest, Mono<CallToolResult>> calls) {

  /** A name that clients are not told; nobody sees more of it than that. */
  static OfferedTool unlisted(
      String name, BiFunction<McpTransportContext, CallToolRequest, Mono<CallToolResult>> calls) {
    return new OfferedTool(Tool.builder(name, Map.of("type", "object")).build(), false, calls);
  }

  /** For a server with sessions. */
  McpServerFeatures.AsyncToolSpecification inSessions() {
    return new McpServerFeatures.AsyncToolSpecification(
        description, (exchange, request) -> calls.apply(exchange.transportContext(), request));
  }

  /** For a server without. */
  McpStatelessServerFeatures.AsyncToolSpecification withoutSession() {
    return new McpStatelessServerFeatures.AsyncToolSpecification(description, calls);
  }
}

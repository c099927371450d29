package io.assistantmcp.server.registry;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncListFilter;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * All names that can be called: those of the tools that are served, which are listed, and others.
 */
final class Offer {

  private final List<OfferedTool> tools = new ArrayList<>();

  Offer(ToolSelection selection, ToolDescriptions descriptions, ToolCalls calls) {
    for (McpTool tool : selection.served()) {
      BiFunction<McpTransportContext, CallToolRequest, Mono<CallToolResult>> call =
          (context, request) -> calls.call(tool, context, request);
      tools.add(new OfferedTool(descriptions.of(tool), true, call));
      tool.definition().aliases().forEach(alias -> tools.add(OfferedTool.unlisted(alias, call)));
    }
    // Else the SDK would only say that they are unknown.
    for (ToolSelection.Withheld withheld : selection.withheld()) {
      ToolDefinition definition = withheld.tool().definition();
      Stream.concat(Stream.of(definition.name()), definition.aliases().stream())
          .map(name -> OfferedTool.unlisted(name, (context, request) -> calls.refuse(withheld)))
          .forEach(tools::add);
    }
  }

  List<OfferedTool> tools() {
    return tools;
  }

  /** Tells the SDK which to list. */
  McpAsyncListFilter<Tool> listed() {
    Set<String> names =
        tools.stream()
            .filter(OfferedTool::listed)
            .map(tool -> tool.description().name())
            .collect(Collectors.toUnmodifiableSet());
    return (context, tool) -> Mono.just(names.contains(tool.name()));
  }
}

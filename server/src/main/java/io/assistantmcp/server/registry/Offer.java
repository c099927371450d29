package io.assistantmcp.server.registry;

import io.modelcontextprotocol.server.McpAsyncListFilter;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * All names that can be called: those of the tools that are served, which are listed, and others.
 */
final class Offer {

  private final List<OfferedTool> tools = new ArrayList<>();

  Offer(ToolSelection selection, ToolDescriptions descriptions, ToolCalls calls) {
    selection
        .served()
        .forEach(
            tool ->
                tools.add(
                    new OfferedTool(
                        descriptions.of(tool),
                        true,
                        (context, request) -> calls.call(tool, context, request))));
    // Else the SDK would only say that they are unknown.
    selection
        .withheld()
        .forEach(
            withheld ->
                tools.add(
                    new OfferedTool(
                        unlisted(withheld.tool().definition().name()),
                        false,
                        (context, request) -> calls.refuse(withheld))));
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

  /** Nobody sees more of it than the name. */
  private static Tool unlisted(String name) {
    return Tool.builder(name, Map.of("type", "object")).build();
  }
}

package io.assistantmcp.server.registry;

import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;

/** Describes the generated tools in the words of the MCP SDK. */
public final class ToolDescriptions {

  private final McpJsonMapper mapper;

  /**
   * @param mapper reads the shown schemas
   */
  public ToolDescriptions(McpJsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * What {@code tools/list} answers: all tools on one page, since some clients ask for one only.
   */
  public ListToolsResult list(List<McpTool> tools) {
    return ListToolsResult.builder(tools.stream().map(this::of).toList()).build();
  }

  /** What {@code tools/list} says about a tool. */
  Tool of(McpTool tool) {
    ToolDefinition definition = tool.definition();
    return Tool.builder(definition.name(), mapper, definition.schema().shown())
        .title(definition.title())
        .description(definition.description())
        .annotations(annotations(definition))
        .build();
  }

  // All of them explicit: a client takes an absent hint for the more dangerous answer.
  private static ToolAnnotations annotations(ToolDefinition definition) {
    return ToolAnnotations.builder()
        .title(definition.title())
        .readOnlyHint(definition.hints().readOnly())
        .destructiveHint(definition.hints().destructive())
        .idempotentHint(definition.hints().idempotent())
        .openWorldHint(true)
        .build();
  }
}

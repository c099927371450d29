package io.assistantmcp.server.registry;

import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;

/** Puts tools, handler and transport together. */
public final class ServerFactory {

  private final McpJsonMapper mapper;
  private final Build build;

  /**
   * @param mapper reads and writes the protocol's messages
   * @param build what the server calls itself
   */
  public ServerFactory(McpJsonMapper mapper, Build build) {
    this.mapper = mapper;
    this.build = build;
  }

  /** Starts to serve the tools on a transport. */
  public McpAsyncServer start(
      McpServerTransportProvider transport, List<McpTool> tools, ToolCallHandler handler) {
    ToolRegistrar registrar = new ToolRegistrar(mapper);
    List<AsyncToolSpecification> registered =
        tools.stream().map(tool -> registrar.register(tool, handler)).toList();
    return McpServer.async(transport)
        .serverInfo(build.name(), build.version())
        .instructions(Instructions.TEXT)
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .jsonMapper(mapper)
        .jsonSchemaValidator(new TrustedSchemas())
        // The handler checks against the enforced schema; the SDK knows only the shown one.
        .validateToolInputs(false)
        .tools(registered)
        .build();
  }
}

package io.assistantmcp.server.registry;

import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.CredentialsConfig;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.AsyncSpecification;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;

/** Puts tools, handler and transports together: the same tools for each of them. */
public final class ServerFactory {

  private static final ServerCapabilities CAPABILITIES =
      ServerCapabilities.builder().tools(false).build();

  private final McpJsonMapper mapper;
  private final Build build;
  private final Offer offer;
  private final String instructions;

  /**
   * @param mapper reads and writes the protocol's messages
   * @param build what the server calls itself
   * @param selection which tools are served
   * @param handler handles calls
   * @param credentials whose credentials it handles them with
   */
  public ServerFactory(
      McpJsonMapper mapper,
      Build build,
      ToolSelection selection,
      ToolCallHandler handler,
      CredentialsConfig credentials) {
    this.mapper = mapper;
    this.build = build;
    this.instructions = Instructions.of(selection);
    this.offer =
        new Offer(selection, new ToolDescriptions(mapper), new ToolCalls(handler, credentials));
  }

  /** Starts to serve on stdio or SSE. */
  public McpAsyncServer start(McpServerTransportProvider transport) {
    return start(McpServer.async(transport));
  }

  /** Starts to serve on streamable HTTP with sessions. */
  public McpAsyncServer start(McpStreamableServerTransportProvider transport) {
    return start(McpServer.async(transport));
  }

  /** Starts to serve on streamable HTTP without sessions. */
  public McpStatelessAsyncServer start(McpStatelessServerTransport transport) {
    return McpServer.async(transport)
        .serverInfo(build.name(), build.version())
        .instructions(instructions)
        .capabilities(CAPABILITIES)
        .jsonMapper(mapper)
        .jsonSchemaValidator(new TrustedSchemas())
        .validateToolInputs(false)
        .addToolFilter(offer.listed())
        .tools(offer.tools().stream().map(OfferedTool::withoutSession).toList())
        .build();
  }

  private McpAsyncServer start(AsyncSpecification<?> server) {
    return server
        .serverInfo(build.name(), build.version())
        .instructions(instructions)
        .capabilities(CAPABILITIES)
        .jsonMapper(mapper)
        .jsonSchemaValidator(new TrustedSchemas())
        // The handler checks against the enforced schema; the SDK knows only the shown one.
        .validateToolInputs(false)
        .addToolFilter(offer.listed())
        .tools(offer.tools().stream().map(OfferedTool::inSessions).toList())
        .build();
  }
}

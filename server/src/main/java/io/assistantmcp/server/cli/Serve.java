package io.assistantmcp.server.cli;

import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.client.ApiClientFactory;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.registry.ServerFactory;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.server.transport.ProtocolJson;
import io.assistantmcp.server.transport.StdioTransport;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.util.List;

/** Serves on stdio. The transport's threads go on when this returns, until stdin ends. */
public final class Serve {

  private Serve() {}

  /**
   * Starts to serve.
   *
   * @throws ConfigException if a setting cannot be used
   */
  public static void start() throws ConfigException {
    ServerConfig config = ConfigReader.ofProcess();
    Build build = Build.current();
    McpJsonMapper mapper = ProtocolJson.mapper();
    List<McpTool> tools = ToolCatalog.tools(ApiClientFactory.create(config, build));
    new ServerFactory(mapper, build)
        .start(StdioTransport.open(mapper), tools, new ToolCallHandler(config));
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.docs.ToolTable;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.registry.ToolDescriptions;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(name = "tools", description = "Print the tools.", mixinStandardHelpOptions = true)
final class ToolsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print exactly what tools/list answers.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    // Nothing is called, so the client needs no settings.
    List<McpTool> tools = ToolCatalog.tools(AssistantsApi::new);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(json ? list(tools) : ToolTable.of(tools));
    return ExitCode.OK;
  }

  private static String list(List<McpTool> tools) throws IOException {
    McpJsonMapper mapper = new GsonMcpMapper();
    return mapper.writeValueAsString(new ToolDescriptions(mapper).list(tools));
  }
}

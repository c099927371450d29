package io.assistantmcp.server.cli;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.docs.ToolTable;
import io.assistantmcp.server.docs.ToolsetTable;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.registry.ToolDescriptions;
import io.assistantmcp.server.registry.ToolSelection;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "tools",
    description = "Print the tools that are served.",
    mixinStandardHelpOptions = true)
final class ToolsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print exactly what tools/list answers.")
  private boolean json;

  @Option(names = "--summary", description = "Print the toolsets, those not served included.")
  private boolean summary;

  @Override
  public Integer call() throws ConfigException, IOException {
    // Nothing is called, so neither needs the client any settings, nor are others read.
    ToolSelection selection =
        ToolSelection.of(
            ConfigReader.inProcess(SettingFlags.given(spec)).tools(),
            ToolCatalog.tools(AssistantsApi::new));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        summary
            ? ToolsetTable.of(selection)
            : json ? list(selection.served()) : ToolTable.of(selection.served()));
    return ExitCode.OK;
  }

  private static String list(List<McpTool> tools) throws IOException {
    McpJsonMapper mapper = new GsonMcpMapper();
    return mapper.writeValueAsString(new ToolDescriptions(mapper).list(tools));
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.config.Transport;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.log.Loggers;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.registry.ToolSelection;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "call",
    description = "Call a tool and print its result; exit code 1 if that is an error.",
    mixinStandardHelpOptions = true)
final class CallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "<tool>", description = "The name of the tool.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "<json>",
      arity = "0..1",
      defaultValue = "{}",
      description = "Its arguments, a JSON object.")
  private String arguments;

  @Override
  public Integer call() throws ConfigException {
    Map<String, @Nullable Object> values = parse();
    Map<String, String> flags = SettingFlags.given(spec);
    // Nobody connects, so what holds for a process with one client holds here.
    flags.put(Settings.TRANSPORT, Transport.STDIO.toString());
    ServerConfig config = ConfigReader.ofProcess(flags);
    Loggers.apply(config.log());
    try (EngineOnDemand engine = new EngineOnDemand(config)) {
      CallToolResult result = new ToolCallHandler(config).call(tool(config, engine), values);
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      result.content().forEach(content -> out.println(((TextContent) content).text()));
      return Boolean.TRUE.equals(result.isError()) ? ExitCode.SOFTWARE : ExitCode.OK;
    }
  }

  private McpTool tool(ServerConfig config, EngineOnDemand engine) throws ConfigException {
    ApiOnDemand api = new ApiOnDemand(config, Build.current(), CallObserver.NONE, engine);
    ToolSelection selection = ToolSelection.of(config.tools(), ToolCatalog.tools(api));
    for (ToolSelection.Withheld withheld : selection.withheld()) {
      if (withheld.tool().definition().answersTo(name)) {
        throw mistake(name + " is not served: " + withheld.reason());
      }
    }
    return selection.served().stream()
        .filter(candidate -> candidate.definition().answersTo(name))
        .findFirst()
        .orElseThrow(() -> mistake("there is no tool " + name + ", 'tools' prints all"));
  }

  private Map<String, @Nullable Object> parse() {
    try {
      return new GsonMcpMapper()
          .readValue(arguments, new TypeRef<Map<String, @Nullable Object>>() {});
    } catch (IOException | IllegalArgumentException e) {
      throw mistake("the arguments are no JSON object: " + e.getMessage());
    }
  }

  private ParameterException mistake(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}

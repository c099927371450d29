package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.config.Transport;
import io.assistantmcp.server.demo.Demo;
import io.assistantmcp.server.demo.DemoException;
import io.assistantmcp.server.demo.DemoSetup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description =
        "Talk to an assistant, through a real client and server; exit code 1 if anything fails.",
    footerHeading =
        "%nIt needs nothing: without a key, no model is asked, and without a database of"
            + " yours it is a temporary one.%n",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "<model>",
      description = "The model that the assistant is made for. Default: ${DEFAULT-VALUE}.")
  private String model = "gpt-5.4-mini";

  @Override
  public Integer call() throws ConfigException, IOException {
    Map<String, String> settings = SettingFlags.given(spec);
    settings.put(Settings.TRANSPORT, Transport.STDIO.toString());
    ServerConfig config = ConfigReader.ofProcess(settings);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path scratch = Files.createTempDirectory("openai-assistant-mcp-demo");
    try {
      DemoSetup setup = DemoSetup.of(config, scratch);
      settings.putAll(setup.settings());
      out.println(setup.words());
      new Demo(out, model).run(settings);
      return ExitCode.OK;
    } catch (DemoException e) {
      System.err.println("openai-assistant-mcp: " + e.getMessage());
      return ExitCode.SOFTWARE;
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.ConfigException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
    name = "serve",
    description = "Serve the tools on stdio; this is also what happens without a command.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Override
  public Integer call() throws ConfigException {
    Serve.start(Map.of());
    return ExitCode.OK;
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.ConfigException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description =
        "Serve the tools on stdio or over HTTP; this is also what happens without a command.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ConfigException {
    Serve.start(SettingFlags.given(spec));
    return ExitCode.OK;
  }
}

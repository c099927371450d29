package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;

/** The command line. Bare, it serves, as {@code serve} does. */
@Command(
    name = "openai-assistant-mcp",
    description = "The OpenAI Assistants API as MCP tools.",
    subcommands = {ServeCommand.class, ToolsCommand.class, CallCommand.class},
    versionProvider = CommandLineInterface.Version.class,
    mixinStandardHelpOptions = true)
public final class CommandLineInterface implements Callable<Integer> {

  /** Runs a command and returns the exit code of the process. */
  public static int run(String... arguments) {
    return new CommandLine(new CommandLineInterface())
        .setParameterExceptionHandler(
            (mistake, given) -> complain(mistake.getMessage() + "; see --help"))
        .setExecutionExceptionHandler(
            (failure, command, given) -> {
              if (failure instanceof ConfigException) {
                return complain(failure.getMessage());
              }
              throw failure;
            })
        .execute(arguments);
  }

  /** Prints the one line that an unusable command line or setting is worth. */
  public static int complain(@Nullable String problem) {
    System.err.println("openai-assistant-mcp: " + problem);
    return ExitCode.USAGE;
  }

  @Override
  public Integer call() throws ConfigException {
    Serve.start(Map.of());
    return ExitCode.OK;
  }

  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      Build build = Build.current();
      return new String[] {build.name() + " " + build.version()};
    }
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.install.Authentication;
import io.assistantmcp.server.install.Client;
import io.assistantmcp.server.install.Way;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Bare, it serves, as {@code serve} does. */
@Command(
    name = "openai-assistant-mcp",
    description = "The OpenAI Assistants API as MCP tools.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ToolsCommand.class,
      CallCommand.class,
      DoctorCommand.class,
      HealthCommand.class,
      DbCommand.class,
      PrintConfigCommand.class,
      CompletionCommand.class
    },
    versionProvider = CommandLineInterface.Version.class,
    mixinStandardHelpOptions = true)
public final class CommandLineInterface implements Callable<Integer> {

  /** What is said of an error that nobody but us can do anything about. */
  public static final String BROKEN =
      "an error inside the server, not of the settings; please report it with what you did";

  // Whatever somebody typed into the wrong place.
  private static final Pattern KEY = Pattern.compile("\\bsk-[A-Za-z0-9_*-]{4,}");

  private static final Set<String> HEEDFUL = Set.of("serve", "demo", "call", "doctor", "db");
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  /** Runs a command and returns the exit code of the process. */
  public static int run(String... arguments) {
    return parser()
        .setUsageHelpWidth(WIDTH)
        .setParameterExceptionHandler(
            (mistake, given) -> complain(mistake.getMessage() + "; see --help"))
        .setExecutionExceptionHandler(
            (failure, at, given) -> {
              if (failure instanceof ConfigException) {
                return complain(failure.getMessage());
              }
              complain(BROKEN);
              return ExitCode.SOFTWARE;
            })
        .execute(arguments);
  }

  /** What reads command lines. */
  static CommandLine parser() {
    CommandLine command = new CommandLine(new CommandLineInterface());
    SettingFlags.offer(command.getCommandSpec());
    command.getSubcommands().values().stream()
        .filter(at -> HEEDFUL.contains(at.getCommandName()))
        .forEach(CommandLineInterface::offerSettings);
    command.getSubcommands().values().stream()
        .filter(at -> at.getCommandName().equals("tools"))
        .forEach(at -> SettingFlags.offer(at.getCommandSpec(), Settings.OF_TOOLS));
    Choice.register(command, Client.class);
    Choice.register(command, Way.class);
    Choice.register(command, Authentication.class);
    return command;
  }

  /** To a command, or to those that it has. */
  private static void offerSettings(CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      SettingFlags.offer(command.getCommandSpec());
    }
    command.getSubcommands().values().forEach(CommandLineInterface::offerSettings);
  }

  /** Prints the one line that an unusable command line or setting is worth. */
  public static int complain(@Nullable String problem) {
    String line = String.valueOf(problem).replaceAll("\\s+", " ");
    System.err.println("openai-assistant-mcp: " + KEY.matcher(line).replaceAll("[hidden]"));
    return ExitCode.USAGE;
  }

  @Override
  public Integer call() throws ConfigException {
    Serve.start(SettingFlags.given(spec));
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

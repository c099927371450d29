package io.assistantmcp.server.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A process of this user that runs this server, as the system shows it. */
final class ServingProcess {

  private static final String JAR = "openai-assistant-mcp.jar";

  private ServingProcess() {}

  /**
   * What the command line of a process says, by the names of settings; empty if it does not run the
   * server, or another command of it. It may run it by way of another program, as init does.
   */
  static Optional<Map<String, String>> flags(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().arguments())
        .map(Arrays::asList)
        .flatMap(ServingProcess::behindJar)
        .flatMap(ServingProcess::flags);
  }

  private static Optional<List<String>> behindJar(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).endsWith(JAR)) {
        return Optional.of(words.subList(i + 1, words.size()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> flags(List<String> arguments) {
    CommandLine command = CommandLineInterface.parser();
    try {
      ParseResult parsed = command.parseArgs(arguments.toArray(String[]::new));
      boolean serves =
          !parsed.hasSubcommand()
              || parsed.subcommand().commandSpec().userObject() instanceof ServeCommand;
      return serves ? Optional.of(SettingFlags.given(command.getCommandSpec())) : Optional.empty();
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }
}

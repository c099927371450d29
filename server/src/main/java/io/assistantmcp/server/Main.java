package io.assistantmcp.server;

import io.assistantmcp.server.cli.CommandLineInterface;
import io.assistantmcp.server.cli.Serve;
import io.assistantmcp.server.config.ConfigException;
import java.util.Map;

/** Where the process starts. */
public final class Main {

  private Main() {}

  /**
   * Serves, or does what the command line asks for.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    int status = arguments.length == 0 ? serve() : CommandLineInterface.run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The way nearly every process starts, so it loads no command line parser. */
  private static int serve() {
    try {
      Serve.start(Map.of());
      return 0;
    } catch (ConfigException e) {
      return CommandLineInterface.complain(e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      CommandLineInterface.complain(CommandLineInterface.BROKEN);
      return 1;
    }
  }
}

package io.assistantmcp.server.cli;

import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoreException;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "db",
    description = "Look after the database of the embedded engine.",
    mixinStandardHelpOptions = true)
final class DbCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "db needs a command: backup or check");
  }

  @Command(
      name = "backup",
      description = "Write a copy, complete in one file; servers may go on meanwhile.",
      mixinStandardHelpOptions = true)
  int backup(
      @Parameters(paramLabel = "<file>", description = "The copy, which must not be there yet.")
          Path copy)
      throws ConfigException {
    EmbeddedConfig config = existing();
    try (Store store = Store.open(config.databaseUrl())) {
      store.backup(copy);
      out().println("ok     " + config.database() + " is copied to " + copy.toAbsolutePath());
      return ExitCode.OK;
    } catch (StoreException e) {
      return failed(e);
    }
  }

  @Command(
      name = "check",
      description = "Read all of it and tell what is damaged; exit code 1 if anything is.",
      mixinStandardHelpOptions = true)
  int check() throws ConfigException {
    EmbeddedConfig config = existing();
    try (Store store = Store.open(config.databaseUrl())) {
      List<String> damages = store.check();
      damages.forEach(damage -> out().println("wrong  " + damage));
      if (damages.isEmpty()) {
        out().println("ok     " + config.database() + " is whole");
      }
      return damages.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (StoreException e) {
      return failed(e);
    }
  }

  /** The settings of a database that is there: opening another would make it. */
  private EmbeddedConfig existing() throws ConfigException {
    EmbeddedConfig embedded = ConfigReader.ofProcess(SettingFlags.given(spec)).embedded();
    if (embedded == null) {
      throw new ConfigException(
          Settings.BASE_URL,
          "names a remote server, so there is no database here; set "
              + Settings.BACKEND
              + "=embedded to look after the one that there may have been");
    }
    if (Files.notExists(embedded.database())) {
      throw new ConfigException(
          Settings.DATABASE,
          "there is no file " + embedded.database() + "; the first call of a tool makes it");
    }
    return embedded;
  }

  private static int failed(StoreException problem) {
    CommandLineInterface.complain(problem.getMessage());
    return ExitCode.SOFTWARE;
  }

  private static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }
}

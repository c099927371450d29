package io.assistantmcp.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the settings: flags first, then the environment, the file {@code .env}, the defaults. */
public final class ConfigReader {

  private static final Pattern HEADER = Pattern.compile("[!-~]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]+|\\[[A-Fa-f0-9.:]+]");
  private static final List<String> LEVELS =
      List.of("trace", "debug", "info", "warn", "error", "off");

  private final Map<String, String> flags;
  private final Map<String, String> environment;
  private final Path directory;

  /**
   * @param flags what the command line says, by the names of settings
   * @param environment the environment variables
   * @param directory where a {@code .env} may lie
   */
  public ConfigReader(Map<String, String> flags, Map<String, String> environment, Path directory) {
    this.flags = flags;
    this.environment = environment;
    this.directory = directory;
  }

  /** The settings of this process. */
  public static ServerConfig ofProcess(Map<String, String> flags) throws ConfigException {
    return new ConfigReader(flags, System.getenv(), Path.of("").toAbsolutePath()).read();
  }

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigException for the first that cannot be used
   */
  public ServerConfig read() throws ConfigException {
    Values values = new Values(List.of(flags, environment, EnvFile.read(directory)));
    values.choice(Settings.TRANSPORT, List.of("stdio"));
    return new ServerConfig(upstream(values), address(values), log(values));
  }

  private static UpstreamConfig upstream(Values values) throws ConfigException {
    String key = values.text(Settings.KEY);
    boolean http = values.choice(Settings.ALLOW_HTTP, List.of("true", "false")).equals("true");
    return new UpstreamConfig(
        key.isEmpty() ? null : ApiKey.parse(Settings.API_KEY, key),
        values.text(Settings.ORGANIZATION, HEADER.asMatchPredicate()),
        values.text(Settings.PROJECT, HEADER.asMatchPredicate()),
        BaseUrl.parse(Settings.URL, values.text(Settings.URL), http),
        Duration.ofSeconds(values.number(Settings.TIMEOUT, 1, 3600)),
        values.number(Settings.MAX_RETRIES, 0, 10));
  }

  private static ListenAddress address(Values values) throws ConfigException {
    return new ListenAddress(
        values.text(Settings.HOST, HOST.asMatchPredicate()),
        values.number(Settings.PORT, 0, 65535));
  }

  private static LogConfig log(Values values) throws ConfigException {
    String file = values.text(Settings.LOG_FILE);
    return new LogConfig(
        values.choice(Settings.LOG_LEVEL, LEVELS), file.isEmpty() ? null : writable(file));
  }

  /** Tried out, since the logger would fall back to stderr with a stack trace. */
  private static Path writable(String file) throws ConfigException {
    try {
      Path path = Path.of(file).toAbsolutePath();
      Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      return path;
    } catch (IOException | InvalidPathException e) {
      throw new ConfigException(Settings.LOG_FILE, file);
    }
  }
}

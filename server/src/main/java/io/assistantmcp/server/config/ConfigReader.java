package io.assistantmcp.server.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings: the environment first, then the file {@code .env}, then the defaults. */
public final class ConfigReader {

  private static final String FILE = ".env";

  private final Map<String, String> environment;
  private final Path directory;

  /**
   * @param environment the environment variables
   * @param directory where a {@code .env} may lie
   */
  public ConfigReader(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  /** The settings of this process. */
  public static ServerConfig ofProcess() throws ConfigException {
    return new ConfigReader(System.getenv(), Path.of("").toAbsolutePath()).read();
  }

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigException for the first that cannot be used
   */
  public ServerConfig read() throws ConfigException {
    Map<String, String> file = file();
    String key = setting(Settings.API_KEY, file);
    String url = setting(Settings.BASE_URL, file);
    int timeout =
        number(
            Settings.TIMEOUT,
            setting(Settings.TIMEOUT, file),
            Settings.DEFAULT_TIMEOUT_SECONDS,
            1,
            Settings.MAX_TIMEOUT_SECONDS);
    return new ServerConfig(
        key == null ? null : ApiKey.parse(Settings.API_KEY, key),
        BaseUrl.parse(Settings.BASE_URL, url == null ? Settings.DEFAULT_BASE_URL : url),
        id(Settings.ORGANIZATION, setting(Settings.ORGANIZATION, file)),
        id(Settings.PROJECT, setting(Settings.PROJECT, file)),
        Duration.ofSeconds(timeout),
        number(
            Settings.MAX_RETRIES,
            setting(Settings.MAX_RETRIES, file),
            Settings.DEFAULT_MAX_RETRIES,
            0,
            Settings.MAX_MAX_RETRIES));
  }

  private static int number(
      String name, @Nullable String value, int byDefault, int least, int greatest)
      throws ConfigException {
    if (value == null) {
      return byDefault;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= greatest) {
        return number;
      }
    }
    throw new ConfigException(
        name, value + " is not a whole number from " + least + " to " + greatest);
  }

  /** A header carries it, so it has to be plain. */
  private static @Nullable String id(String name, @Nullable String value) throws ConfigException {
    if (value != null && !value.matches("[A-Za-z0-9_-]{1,128}")) {
      throw new ConfigException(name, "is no id: letters, digits, '_' and '-' are allowed");
    }
    return value;
  }

  // Empty counts as absent: that is what "NAME=${UNSET}" leaves behind in compose files.
  private @Nullable String setting(String name, Map<String, String> file) {
    String value = environment.getOrDefault(name, "");
    String effective = value.isEmpty() ? file.getOrDefault(name, "") : value;
    return effective.isEmpty() ? null : effective;
  }

  private Map<String, String> file() throws ConfigException {
    Path path = directory.resolve(FILE);
    Map<String, String> settings = new HashMap<>();
    if (Files.isRegularFile(path)) {
      for (DotenvEntry entry : load(path).entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
        settings.put(entry.getKey(), entry.getValue());
      }
    }
    return settings;
  }

  /**
   * The library repeats the offending line in its message, which may hold the key: ours must not.
   */
  private Dotenv load(Path path) throws ConfigException {
    try {
      return Dotenv.configure().directory(directory.toString()).filename(FILE).load();
    } catch (DotenvException e) {
      throw new ConfigException(
          path.toString(),
          Files.isReadable(path)
              ? "has a line that is neither NAME=value, nor empty, nor a comment after '#'"
              : "cannot be read; allow this user to read it, or remove it");
    }
  }
}

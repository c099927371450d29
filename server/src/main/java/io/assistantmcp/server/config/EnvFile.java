package io.assistantmcp.server.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The file with settings that people keep beside their work. */
final class EnvFile {

  private static final String NAME = ".env";

  private EnvFile() {}

  /** The settings in a directory's file, or none if there is no file. */
  static Map<String, String> read(Path directory) throws ConfigException {
    Path path = directory.resolve(NAME);
    Map<String, String> settings = new HashMap<>();
    if (Files.isRegularFile(path)) {
      for (DotenvEntry entry : load(directory, path).entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
        settings.put(entry.getKey(), entry.getValue());
      }
    }
    return settings;
  }

  /**
   * The library repeats the offending line in its message, which may hold the key: ours must not.
   */
  private static Dotenv load(Path directory, Path path) throws ConfigException {
    try {
      return Dotenv.configure().directory(directory.toString()).filename(NAME).load();
    } catch (DotenvException e) {
      throw new ConfigException(
          path.toString(),
          Files.isReadable(path)
              ? "has a line that is neither NAME=value, nor empty, nor a comment after '#'"
              : "cannot be read; allow this user to read it, or remove it");
    }
  }
}

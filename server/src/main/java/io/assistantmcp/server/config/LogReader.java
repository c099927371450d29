package io.assistantmcp.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Reads what is logged, and where. */
final class LogReader {

  private static final List<String> LEVELS =
      List.of("trace", "debug", "info", "warn", "error", "off");

  private LogReader() {}

  static LogConfig read(Values values) throws ConfigException {
    String file = values.text(LogSettings.FILE);
    return new LogConfig(
        values.choice(LogSettings.LEVEL, LEVELS),
        values.choice(LogSettings.FORMAT, LogConfig.Format.values()),
        file.isEmpty() ? null : writable(file));
  }

  /** Tried out, since the logger would fall back to stderr with a stack trace. */
  private static Path writable(String file) throws ConfigException {
    try {
      Path path = Path.of(file).toAbsolutePath();
      Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      return path;
    } catch (IOException | InvalidPathException e) {
      throw new ConfigException(LogSettings.FILE, file);
    }
  }
}

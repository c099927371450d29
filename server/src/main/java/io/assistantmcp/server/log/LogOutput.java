package io.assistantmcp.server.log;

import io.assistantmcp.server.config.LogConfig;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Where log entries go.
 *
 * @param level the least level that is logged, or null for none
 * @param lines makes a line, or several, of an entry
 * @param stream takes them
 */
record LogOutput(@Nullable Level level, Function<LogEntry, String> lines, OutputStream stream) {

  /** What holds before the settings are read. */
  static LogOutput initial() {
    return new LogOutput(Level.WARN, new TextLines(false), System.err);
  }

  static LogOutput of(LogConfig config) {
    Path file = config.file();
    return new LogOutput(
        level(config.level()), lines(config), file == null ? System.err : append(file));
  }

  /** With a switch, or one return for both, the JVM would load both. */
  private static Function<LogEntry, String> lines(LogConfig config) {
    if (config.format() == LogConfig.Format.JSON) {
      return new JsonLines();
    }
    // Whoever reads stderr mostly adds the time, and it is slow to load.
    return new TextLines(config.file() != null);
  }

  boolean takes(Level entry) {
    return level != null && entry.toInt() >= level.toInt();
  }

  /** In one write, which does not mix with those of other processes that log into the same file. */
  void write(LogEntry entry) {
    byte[] bytes = (lines.apply(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      stream.write(bytes);
      stream.flush();
    } catch (IOException e) {
      // A full disk must not end calls, and there is nowhere else to say so.
    }
  }

  private static @Nullable Level level(String name) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(null);
  }

  private static OutputStream append(Path file) {
    try {
      return new FileOutputStream(file.toFile(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

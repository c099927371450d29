package io.assistantmcp.server.config;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is logged, and where.
 *
 * @param level the least level that is
 * @param format how a line looks
 * @param file the file, or null for stderr
 */
public record LogConfig(String level, Format format, @Nullable Path file) {

  /** How a line looks. */
  public enum Format {
    TEXT,
    JSON;

    /** As settings name it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

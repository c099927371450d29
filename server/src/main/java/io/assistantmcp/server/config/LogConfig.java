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

  private static final String LOGGER = "org.slf4j.simpleLogger.";
  private static final String PROVIDER = "org.slf4j.simple.SimpleServiceProvider";

  /**
   * Takes effect. The logger reads this once, so it has to come before the first logger.
   *
   * <p>Only our own loggers get the level. What libraries have to say repeats arguments and shows
   * stack traces; they stay off.
   */
  public void apply() {
    // Named, it is not looked for in every jar; and SLF4J would say on stderr that it is named.
    System.setProperty("slf4j.provider", PROVIDER);
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty(LOGGER + "log.io.assistantmcp", level);
    if (file != null) {
      System.setProperty(LOGGER + "logFile", file.toString());
      // On stderr a client adds the time itself, and the format is slow to load.
      System.setProperty(LOGGER + "showDateTime", "true");
      System.setProperty(LOGGER + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }
  }
}

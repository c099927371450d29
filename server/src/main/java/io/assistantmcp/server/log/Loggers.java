package io.assistantmcp.server.log;

import io.assistantmcp.server.config.LogConfig;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * Gives loggers to our own classes. What libraries have to say repeats arguments and shows stack
 * traces; theirs are silent.
 */
public final class Loggers implements ILoggerFactory {

  private static final String OURS = "io.assistantmcp.";

  private volatile LogOutput output = LogOutput.initial();

  Loggers() {}

  /** Lets all loggers, those that there are already included, do as they are told from here on. */
  public static void apply(LogConfig config) {
    if (LoggerFactory.getILoggerFactory() instanceof Loggers loggers) {
      loggers.output = LogOutput.of(config);
    }
  }

  @Override
  public Logger getLogger(String name) {
    return name.startsWith(OURS)
        ? new LineLogger(name.substring(name.lastIndexOf('.') + 1), () -> output)
        : NOPLogger.NOP_LOGGER;
  }
}

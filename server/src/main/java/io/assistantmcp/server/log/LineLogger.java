package io.assistantmcp.server.log;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** Makes entries of what a class logs. */
final class LineLogger extends LegacyAbstractLogger implements LoggingEventAware {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<LogOutput> output;

  LineLogger(String name, Supplier<LogOutput> output) {
    this.name = name;
    this.output = output;
  }

  @Override
  public void log(LoggingEvent event) {
    write(
        event.getLevel(),
        event.getKeyValuePairs(),
        event.getMessage(),
        event.getArgumentArray(),
        event.getThrowable());
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String message,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    write(level, List.of(), message, arguments, failure);
  }

  private void write(
      Level level,
      @Nullable List<KeyValuePair> facts,
      @Nullable String message,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    String words = MessageFormatter.basicArrayFormat(message, arguments);
    output
        .get()
        .write(
            new LogEntry(
                Instant.now(),
                level,
                name,
                Objects.requireNonNullElse(facts, List.of()),
                Objects.requireNonNullElse(words, ""),
                failure));
  }

  @Override
  public boolean isTraceEnabled() {
    return output.get().takes(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return output.get().takes(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return output.get().takes(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return output.get().takes(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return output.get().takes(Level.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }
}

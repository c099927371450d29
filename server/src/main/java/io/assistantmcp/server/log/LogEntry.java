package io.assistantmcp.server.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/**
 * Something to log.
 *
 * @param time when it happened
 * @param level how much it matters
 * @param logger the simple name of the class that tells
 * @param facts what can be told by name; null stands for what is not known
 * @param message what is told in words, or empty
 * @param failure what was thrown, or null
 */
record LogEntry(
    Instant time,
    Level level,
    String logger,
    List<KeyValuePair> facts,
    String message,
    @Nullable Throwable failure) {

  /** The stack trace, or empty. */
  String trace() {
    if (failure == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().stripTrailing();
  }
}

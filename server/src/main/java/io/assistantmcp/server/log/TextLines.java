package io.assistantmcp.server.log;

import java.util.StringJoiner;
import java.util.function.Function;
import org.slf4j.event.KeyValuePair;

/**
 * Lines for people: {@code INFO tool=get_run outcome=done …}.
 *
 * @param timed whether they begin with the time
 */
record TextLines(boolean timed) implements Function<LogEntry, String> {

  private static final String UNKNOWN = "-";

  @Override
  public String apply(LogEntry entry) {
    StringJoiner line = new StringJoiner(" ");
    if (timed) {
      line.add(entry.time().toString());
    }
    line.add(entry.level().toString());
    for (KeyValuePair fact : entry.facts()) {
      line.add(fact.key + "=" + (fact.value == null ? UNKNOWN : fact.value));
    }
    if (!entry.message().isEmpty()) {
      line.add(entry.message());
    }
    return entry.failure() == null ? line.toString() : line + "\n" + entry.trace();
  }
}

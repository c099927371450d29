package io.assistantmcp.server.log;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.event.KeyValuePair;

/** Lines for machines: an object each. */
record JsonLines() implements Function<LogEntry, String> {

  @Override
  public String apply(LogEntry entry) {
    JsonObject line = new JsonObject();
    line.addProperty("time", entry.time().toString());
    line.addProperty("level", entry.level().name().toLowerCase(Locale.ROOT));
    line.addProperty("logger", entry.logger());
    if (!entry.message().isEmpty()) {
      line.addProperty("message", entry.message());
    }
    for (KeyValuePair fact : entry.facts()) {
      line.add(
          fact.key,
          fact.value instanceof Number number
              ? new JsonPrimitive(number)
              : fact.value == null ? JsonNull.INSTANCE : new JsonPrimitive(fact.value.toString()));
    }
    if (entry.failure() != null) {
      line.addProperty("trace", entry.trace());
    }
    return line.toString();
  }
}

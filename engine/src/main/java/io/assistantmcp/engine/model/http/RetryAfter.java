package io.assistantmcp.engine.model.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to be left alone. */
final class RetryAfter {

  private RetryAfter() {}

  /** The wait that an answer's headers ask for, or null if they ask for none that can be read. */
  static @Nullable Duration of(Headers headers, Instant now) {
    String millis = headers.get("retry-after-ms");
    if (millis != null && isCount(millis.strip())) {
      return Duration.ofMillis(Long.parseLong(millis.strip()));
    }
    String value = headers.get("Retry-After");
    return value == null ? null : parse(value.strip(), now);
  }

  private static @Nullable Duration parse(String value, Instant now) {
    if (isCount(value)) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration until = Duration.between(now, date.toInstant());
      return until.isNegative() ? Duration.ZERO : until;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isCount(String value) {
    return value.matches("[0-9]{1,9}");
  }
}

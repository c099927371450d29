package io.assistantmcp.server.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a request is repeated: what upstream asks for, or else twice as long each
 * time, spread so that clients turned away together do not come back together.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  // Beyond this the caller is better served with the answer, which says when to come back.
  private static final Duration LONGEST_ASKED_FOR = Duration.ofSeconds(30);

  private final DoubleSupplier random;
  private final Clock clock;

  /**
   * @param random gives numbers from 0 to 1
   * @param clock tells how far away a date is
   */
  Backoff(DoubleSupplier random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** The wait before the next attempt, when nobody asked for another. */
  Duration before(int attempt) {
    long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt, 10));
    return Duration.ofMillis((long) (ceiling * (0.5 + random.getAsDouble() / 2)));
  }

  /** The wait before the next attempt, or nothing if upstream asks for one that is too long. */
  Optional<Duration> before(int attempt, @Nullable String retryAfter) {
    Duration asked = retryAfter == null ? null : parse(retryAfter.strip());
    if (asked == null) {
      return Optional.of(before(attempt));
    }
    return asked.compareTo(LONGEST_ASKED_FOR) > 0 ? Optional.empty() : Optional.of(asked);
  }

  /** Seconds or an HTTP date; null if it is neither. */
  private @Nullable Duration parse(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration until = Duration.between(clock.instant(), date.toInstant());
      return until.isNegative() ? Duration.ZERO : until;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

package io.assistantmcp.engine.model.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are sent again, and when: after what passes, as soon as the provider says, or else
 * twice as long each time, spread so that callers turned away together do not come back together.
 */
final class RetryPolicy {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  // A worker that waits does nothing else, so there is an end to patience.
  private static final Duration LONGEST_ASKED_FOR = Duration.ofSeconds(60);

  private final int retries;
  private final DoubleSupplier random;

  /**
   * @param retries how often a request may be repeated
   * @param random gives numbers from 0 to 1
   */
  RetryPolicy(int retries, DoubleSupplier random) {
    this.retries = retries;
    this.random = random;
  }

  /**
   * The wait before the next attempt, or nothing if there is to be none.
   *
   * @param repeated how often the request was repeated already
   * @param left the time there is for waiting
   */
  Optional<Duration> next(Attempt attempt, int repeated, Duration left) {
    if (repeated >= retries || !passes(attempt)) {
      return Optional.empty();
    }
    Duration asked = asked(attempt);
    Duration wait = asked == null ? backoff(repeated) : asked;
    boolean worthIt = wait.compareTo(left) < 0 && wait.compareTo(LONGEST_ASKED_FOR) <= 0;
    return worthIt ? Optional.of(wait) : Optional.empty();
  }

  private Duration backoff(int repeated) {
    long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(repeated, 10));
    return Duration.ofMillis((long) (ceiling * (0.5 + random.getAsDouble() / 2)));
  }

  private static @Nullable Duration asked(Attempt attempt) {
    return attempt instanceof Attempt.Received received ? received.retryAfter() : null;
  }

  private static boolean passes(Attempt attempt) {
    if (attempt instanceof Attempt.Received received) {
      int status = received.status();
      // A quota that is used up answers 429 as well, and stays used up.
      boolean limited = status == 429 && !ErrorBody.read(received.body()).isUsedUp();
      return limited || status == 408 || status >= 500;
    }
    return attempt instanceof Attempt.Unanswered unanswered
        && !(unanswered.cause() instanceof SSLException);
  }
}

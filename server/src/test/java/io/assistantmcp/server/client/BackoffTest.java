package io.assistantmcp.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  private final Backoff longest = new Backoff(() -> 1.0, NOON);
  private final Backoff shortest = new Backoff(() -> 0.0, NOON);

  @ParameterizedTest
  @CsvSource({"0, 250, 500", "1, 500, 1000", "2, 1000, 2000", "4, 4000, 8000", "60, 4000, 8000"})
  void waitsTwiceAsLongEachTimeWithinASpreadAndALimit(int attempt, long least, long most) {
    assertThat(shortest.before(attempt)).isEqualTo(Duration.ofMillis(least));
    assertThat(longest.before(attempt)).isEqualTo(Duration.ofMillis(most));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "'Tue, 24 Nov 2026 12:00:09 GMT', 9",
    "'Tue, 24 Nov 2026 11:00:00 GMT', 0"
  })
  void waitsAsLongAsUpstreamAsks(String retryAfter, long seconds) {
    assertThat(longest.before(0, retryAfter)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "999999999", "Wed, 25 Nov 2026 12:00:00 GMT"})
  void doesNotWaitLongerThanACallerWould(String retryAfter) {
    assertThat(longest.before(0, retryAfter)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "99999999999999999999"})
  void takesNoNoticeOfWhatItCannotRead(String retryAfter) {
    assertThat(longest.before(0, retryAfter)).contains(Duration.ofMillis(500));
  }

  @Test
  void waitsItsOwnTimeWhenNothingIsAskedFor() {
    assertThat(longest.before(1, null)).contains(Duration.ofSeconds(1));
  }
}

package io.assistantmcp.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.config.ApiKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private static final ApiKey KEY = new ApiKey("key");

  // Near its end, which nanoTime may reach.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

  @Test
  void aMinutesWorthMayBeCalledAtOnceAndThenOneAtATime() {
    RateLimiter limiter = limiter(6);

    assertThat(taken(limiter, KEY, 10)).isEqualTo(6);
    assertThat(limiter.take(KEY)).isEqualTo(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(4));
    assertThat(limiter.take(KEY)).isEqualTo(Duration.ofSeconds(6));
    pass(Duration.ofSeconds(6));
    assertThat(taken(limiter, KEY, 10)).isEqualTo(1);
  }

  @Test
  void howeverLongItIsQuietNoMoreThanAMinutesWorthIsSavedUp() {
    RateLimiter limiter = limiter(6);
    taken(limiter, KEY, 10);

    pass(Duration.ofHours(10));

    assertThat(taken(limiter, KEY, 10)).isEqualTo(6);
  }

  @Test
  void whoeverWaitsAsLongAsToldIsLetIn() {
    RateLimiter limiter = limiter(7);
    for (int call = 0; call < 1000; call++) {
      Duration wait = limiter.take(KEY);
      pass(wait);
      assertThat(wait.isZero() || limiter.take(KEY).isZero()).isTrue();
    }
  }

  @Test
  void aKeyThatIsTurnedAwayCostsNobodyElse() {
    RateLimiter limiter = limiter(6);
    taken(limiter, KEY, 100);

    assertThat(taken(limiter, new ApiKey("other"), 10)).isEqualTo(6);
    assertThat(taken(limiter, new ApiKey("key"), 10)).isZero();
  }

  @Test
  void callsWithoutAKeyShareALimit() {
    RateLimiter limiter = limiter(6);

    assertThat(IntStream.range(0, 10).filter(i -> limiter.take(null).isZero()).count())
        .isEqualTo(6);
  }

  @Test
  void keysThatSomebodyMakesUpFillNoMemoryAndTakeNothingFromOneInUse() {
    RateLimiter limiter = limiter(6);
    for (int i = 0; i < 100_000; i++) {
      limiter.take(new ApiKey("made-up-" + i));
      if (i % 1000 == 0) {
        limiter.take(KEY);
      }
    }

    assertThat(limiter.take(KEY)).isPositive();
    assertThat(limiter.keys()).isEqualTo(10_000);
  }

  private RateLimiter limiter(int callsPerMinute) {
    return new RateLimiter(callsPerMinute, now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static long taken(RateLimiter limiter, ApiKey key, int calls) {
    return IntStream.range(0, calls).filter(call -> limiter.take(key).isZero()).count();
  }
}

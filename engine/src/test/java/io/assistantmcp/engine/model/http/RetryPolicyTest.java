package io.assistantmcp.engine.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a request is sent again. */
class RetryPolicyTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({"0,250,500", "1,500,1000", "4,4000,8000", "9,4000,8000", "60,4000,8000"})
  void waitsTwiceAsLongEachTimeUpToALimit(int repeated, long least, long most) {
    assertThat(new RetryPolicy(100, () -> 0).next(busy(null), repeated, LONG))
        .hasValue(Duration.ofMillis(least));
    assertThat(new RetryPolicy(100, () -> 1).next(busy(null), repeated, LONG))
        .hasValue(Duration.ofMillis(most));
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    assertThat(policy().next(busy(Duration.ofSeconds(20)), 0, LONG))
        .hasValue(Duration.ofSeconds(20));
  }

  @Test
  void doesNotWaitForEver() {
    assertThat(policy().next(busy(Duration.ofSeconds(61)), 0, LONG)).isEmpty();
    assertThat(policy().next(busy(Duration.ofSeconds(20)), 0, Duration.ofSeconds(20))).isEmpty();
  }

  @Test
  void doesNotRepeatWhatNeverMends() {
    assertThat(policy().next(unanswered(new SSLHandshakeException("no")), 0, LONG)).isEmpty();
    assertThat(policy().next(new Attempt.TooLarge(500), 0, LONG)).isEmpty();
    assertThat(policy().next(unanswered(new IOException("reset")), 0, LONG)).isPresent();
  }

  private static RetryPolicy policy() {
    return new RetryPolicy(3, () -> 0);
  }

  private static Attempt busy(@Nullable Duration retryAfter) {
    return new Attempt.Received(503, "Busy", null, retryAfter);
  }

  private static Attempt unanswered(IOException cause) {
    return new Attempt.Unanswered(cause, false);
  }
}

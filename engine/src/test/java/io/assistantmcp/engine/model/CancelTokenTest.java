package io.assistantmcp.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How calls are ended. */
class CancelTokenTest {

  private final CancelToken token = CancelToken.lasting(Duration.ofMinutes(5));
  private final AtomicInteger done = new AtomicInteger();

  // One object, since a method reference is another one each time.
  private final Runnable action = done::incrementAndGet;

  @Test
  void doesOnceWhatWasToBeDone() {
    token.onCancel(action);
    token.cancel();
    token.cancel();

    assertThat(done).hasValue(1);
    assertThat(token.isCancelled()).isTrue();
  }

  @Test
  void doesItAtOnceIfItIsLate() {
    token.cancel();
    token.onCancel(action);

    assertThat(done).hasValue(1);
  }

  @Test
  void forgetsWhatIsOver() {
    token.onCancel(action);
    token.forget(action);
    token.cancel();

    assertThat(done).hasValue(0);
  }

  @Test
  void waitsNoLongerThanItLives() throws InterruptedException {
    assertThat(token.await(Duration.ofMillis(5))).isFalse();
    token.cancel();
    assertThat(token.await(Duration.ofMinutes(5))).isTrue();
  }

  @Test
  void knowsTheTimeLeft() {
    assertThat(token.remaining()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    assertThat(CancelToken.lasting(Duration.ofSeconds(-1)).remaining()).isZero();
  }
}

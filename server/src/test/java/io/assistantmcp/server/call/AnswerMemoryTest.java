package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets memory for an answer, and when. */
@Timeout(30)
class AnswerMemoryTest {

  private static final long MEBIBYTE = 1 << 20;
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void whatDoesNotFitWaitsUntilAnotherIsDone() throws Exception {
    AnswerMemory memory = new AnswerMemory(8 << 10, LONG);
    AnswerMemory.Share first = memory.share();
    first.take(MEBIBYTE);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> take(memory, MEBIBYTE));
    Thread.sleep(50);
    assertThat(second).isNotDone();

    first.close();

    assertThat(second).succeedsWithin(LONG);
  }

  @Test
  void anAnswerThatIsLargerThanAllMemoryHasItForItself() {
    AnswerMemory memory = new AnswerMemory(1, LONG);

    take(memory, MEBIBYTE);
    take(memory, MEBIBYTE);
  }

  @Test
  void nobodyWaitsForEver() throws Exception {
    AnswerMemory memory = new AnswerMemory(1, Duration.ofMillis(20));
    memory.share().take(MEBIBYTE);

    assertThatThrownBy(() -> memory.share().take(MEBIBYTE))
        .isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void aCancelledCallStopsWaiting() throws Exception {
    AnswerMemory memory = new AnswerMemory(1, LONG);
    memory.share().take(MEBIBYTE);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> memory.share().take(MEBIBYTE))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void take(AnswerMemory memory, long bytes) {
    try (AnswerMemory.Share share = memory.share()) {
      share.take(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package io.assistantmcp.server.call;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The heap that large answers may take together. One that does not fit waits on its connection
 * until others have been passed on.
 */
final class AnswerMemory {

  /** What is read of an answer without asking; usually that is all of it. */
  static final int SMALL_BYTES = 64 << 10;

  /** An answer is bytes, then text, then in a line as text and as structure, and that copied. */
  private static final int COPIES = 8;

  private static final int HEAP_SHARE = 4;

  private final int allKib;
  private final Semaphore freeKib;
  private final Duration patience;

  /**
   * @param kib what all answers together may take
   * @param patience how long one of them waits at most
   */
  AnswerMemory(int kib, Duration patience) {
    this.allKib = kib;
    this.freeKib = new Semaphore(kib, true);
    this.patience = patience;
  }

  static AnswerMemory inQuarterOfTheHeap(Duration patience) {
    long kib = Runtime.getRuntime().maxMemory() / HEAP_SHARE / 1024;
    return new AnswerMemory((int) Math.min(Integer.MAX_VALUE, kib), patience);
  }

  /** Takes nothing yet. */
  Share share() {
    return new Share();
  }

  /**
   * What one answer takes, until it is closed. Taken at once, so that no two wait for each other.
   */
  final class Share implements AutoCloseable {

    private int takenKib;

    void take(long bytes) throws InterruptedIOException {
      int kib = (int) Math.min(allKib, bytes * COPIES / 1024);
      try {
        if (!freeKib.tryAcquire(kib, patience.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new InterruptedIOException("no memory for the answer");
        }
        takenKib += kib;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }

    @Override
    public void close() {
      freeKib.release(takenKib);
    }
  }
}

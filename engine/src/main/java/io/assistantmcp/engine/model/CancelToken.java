package io.assistantmcp.engine.model;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The life of a call: until somebody cancels it, or its time is up. */
public final class CancelToken {

  private final long end;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();

  private CancelToken(long end) {
    this.end = end;
  }

  /** A token for something that may take as long as this, retries and waits included. */
  public static CancelToken lasting(Duration life) {
    return new CancelToken(System.nanoTime() + life.toNanos());
  }

  public void cancel() {
    cancelled.countDown();
    actions.forEach(this::runOnce);
  }

  public boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** The time left, zero if it is up. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Waits so long, or until the token is cancelled, and tells whether it is. */
  public boolean await(Duration wait) throws InterruptedException {
    return cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Has something done once the token is cancelled; at once, if it is. */
  public void onCancel(Runnable action) {
    actions.add(action);
    if (isCancelled()) {
      runOnce(action);
    }
  }

  /** Has it done no more. */
  public void forget(Runnable action) {
    actions.remove(action);
  }

  private void runOnce(Runnable action) {
    if (actions.remove(action)) {
      action.run();
    }
  }
}

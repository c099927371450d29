package io.assistantmcp.server.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are being worked on, and lets no more in than there is room for. */
final class Gate {

  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private int taken;
  private int inside;
  private volatile boolean closed;

  Gate(int limit) {
    this.limit = limit;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Asks whether anybody is let in at all.
   *
   * @throws Refused if the server is about to end
   */
  void check() throws Refused {
    if (closed) {
      throw Refused.busy("The server is shutting down");
    }
  }

  /**
   * Lets one in, who has to {@link Place#leave} some day.
   *
   * @throws Refused if there is no room, or the server is about to end
   */
  Place enter() throws Refused {
    lock.lock();
    try {
      check();
      if (taken >= limit) {
        throw Refused.busy("Too many calls are under way; try again shortly");
      }
      taken++;
      inside++;
      return new Place();
    } finally {
      lock.unlock();
    }
  }

  int inside() {
    lock.lock();
    try {
      return inside;
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more. */
  void close() {
    closed = true;
  }

  /**
   * Waits until nobody is inside.
   *
   * @return how many still are, if that takes too long
   */
  int await(Duration atMost) {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (inside > 0 && nanos > 0) {
        nanos = empty.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return inside;
  }

  /** What one who was let in holds. */
  final class Place {

    private boolean vacated;

    /** Makes room for another, although something is still to be done. */
    void vacate() {
      lock.lock();
      try {
        if (!vacated) {
          vacated = true;
          taken--;
        }
      } finally {
        lock.unlock();
      }
    }

    /** Ends what was being done. */
    void leave() {
      lock.lock();
      try {
        vacate();
        inside--;
        if (inside == 0) {
          empty.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}

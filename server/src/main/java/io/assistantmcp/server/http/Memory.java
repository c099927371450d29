package io.assistantmcp.server.http;

import java.util.concurrent.atomic.AtomicLong;

/** What all messages together may take while they are read and worked on. */
final class Memory {

  /** A message takes several times the memory of its bytes once it is read. */
  private static final int TIMES = 4;

  private final AtomicLong free;

  Memory(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  static Memory halfOfTheHeap() {
    return new Memory(Runtime.getRuntime().maxMemory() / 2);
  }

  /** Takes what so many bytes of a message need, if there is as much. */
  boolean take(int bytes) {
    long needed = (long) bytes * TIMES;
    if (free.addAndGet(-needed) >= 0) {
      return true;
    }
    free.addAndGet(needed);
    return false;
  }

  /** Gives back what was taken for so many bytes. */
  void give(long bytes) {
    free.addAndGet(bytes * TIMES);
  }
}

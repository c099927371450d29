package io.assistantmcp.server.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The calls that have not ended yet, as many as there is memory for: with too much in flight the
 * next call has to wait until others have ended, and with it the reading and so the client.
 */
public final class InFlight {

  /** What becomes of a call that asks to be taken in. */
  enum Entry {
    TAKEN_IN,
    ID_IN_USE,
    TOO_LATE
  }

  /** What a call takes besides its arguments, and how many characters of these fill a KiB. */
  private static final int CALL_KIB = 2;

  private static final int CHARACTERS_PER_KIB = 256;

  private final Map<Object, Call> calls = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private final Semaphore memory;
  private final int allMemory;
  private volatile boolean closed;

  /**
   * @param memoryKib what all calls together may take
   */
  public InFlight(int memoryKib) {
    this.allMemory = memoryKib;
    this.memory = new Semaphore(memoryKib);
  }

  /** With half of the heap for calls. */
  public static InFlight inHalfOfTheHeap() {
    long kib = Runtime.getRuntime().maxMemory() / 2 / 1024;
    return new InFlight((int) Math.min(Integer.MAX_VALUE, kib));
  }

  /** Takes a call in, if none with its id is to be answered. */
  Entry add(Call call) {
    memory.acquireUninterruptibly(kib(call));
    if (closed) {
      memory.release(kib(call));
      return Entry.TOO_LATE;
    }
    if (calls.merge(call.id(), call, this::successor) != call) {
      memory.release(kib(call));
      return Entry.ID_IN_USE;
    }
    return Entry.TAKEN_IN;
  }

  private Call successor(Call present, Call next) {
    if (!present.isAnswered()) {
      return present;
    }
    memory.release(kib(present));
    return next;
  }

  public boolean isEmpty() {
    return calls.isEmpty();
  }

  void remove(Call call) {
    if (calls.remove(call.id(), call)) {
      memory.release(kib(call));
    }
    if (calls.isEmpty()) {
      lock.lock();
      try {
        empty.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Aborts a call, if it has not ended or begun to answer. */
  public void abort(Object id) {
    Call call = calls.get(id);
    if (call != null) {
      call.abort();
    }
  }

  /** Takes no more calls in and forgets those that there are. */
  public void abortAll() {
    closed = true;
    for (Call call : calls.values()) {
      call.abort();
      remove(call);
    }
  }

  /**
   * Takes no more calls in and waits for the others.
   *
   * @return how many have not ended in time
   */
  public int drain(Duration atMost) {
    closed = true;
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (!calls.isEmpty() && nanos > 0) {
        nanos = empty.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return calls.size();
  }

  private int kib(Call call) {
    return Math.min(allMemory, CALL_KIB + call.length() / CHARACTERS_PER_KIB);
  }
}

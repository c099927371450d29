package io.assistantmcp.server.stdio;

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
final class InFlight {

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
  InFlight(int memoryKib) {
    this.allMemory = memoryKib;
    this.memory = new Semaphore(memoryKib);
  }

  /** With half of the heap for calls. */
  static InFlight inHalfOfTheHeap() {
    long kib = Runtime.getRuntime().maxMemory() / 2 / 1024;
    return new InFlight((int) Math.min(Integer.MAX_VALUE, kib));
  }

  /** Whether a call with this id is still to be answered. */
  boolean has(Object id) {
    Call call = calls.get(id);
    return call != null && !call.isAnswered();
  }

  /** Takes a call in. False if it is too late for that. */
  boolean add(Call call) {
    memory.acquireUninterruptibly(kib(call));
    if (closed) {
      memory.release(kib(call));
      return false;
    }
    Call answered = calls.put(call.id(), call);
    if (answered != null) {
      memory.release(kib(answered));
    }
    return true;
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
  void abort(Object id) {
    Call call = calls.get(id);
    if (call != null) {
      call.abort();
    }
  }

  /** Takes no more calls in and forgets those that there are. */
  void abortAll() {
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
  int drain(Duration atMost) {
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

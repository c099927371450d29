package io.assistantmcp.server.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where calls run: each on a thread of its own, virtual if the JVM has such. */
public final class CallExecutor {

  /** Platform threads beyond this number cost more than the waiting. */
  private static final int MOST_THREADS = 1024;

  /** What keeps a few cores and a disk busy. */
  private static final int LOCAL_THREADS = 32;

  private static final int IDLE_SECONDS = 30;

  private CallExecutor() {}

  /** With as many platform threads as pay, if there have to be such. */
  public static Executor create() {
    return create(MOST_THREADS);
  }

  /**
   * @param most how many threads there are at most, if they cannot be virtual
   */
  public static Executor create(int most) {
    try {
      // Since 21; this compiles for 17.
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return platformThreads(most);
    }
  }

  /**
   * For calls that wait for nothing but this machine. More of them at a time would be no quicker,
   * and each takes the memory of a call that is under way; and a virtual one would keep others from
   * running while it is in native code.
   */
  public static Executor forLocalCalls() {
    return platformThreads(LOCAL_THREADS);
  }

  /** Idle threads are used first, then new ones are made, then calls wait. */
  static Executor platformThreads(int most) {
    HandOver queue = new HandOver();
    return new ThreadPoolExecutor(
        0,
        most,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        queue,
        daemons(),
        (task, pool) -> queue.keep(task));
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = new Thread(task, "call");
      thread.setDaemon(true);
      return thread;
    };
  }

  /** A pool makes threads only when its queue refuses; this one does so when no thread is idle. */
  private static final class HandOver extends LinkedTransferQueue<Runnable> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }

    void keep(Runnable task) {
      super.offer(task);
    }
  }
}

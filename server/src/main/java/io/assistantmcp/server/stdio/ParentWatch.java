package io.assistantmcp.server.stdio;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notices that the process which started this one is gone.
 *
 * <p>A client that is killed closes the input, but not if another process has inherited its end of
 * the pipe. The operating system then gives this process another parent, which is what is looked
 * for: the old parent itself may stay in the process table as long as nobody asks for its status.
 */
public final class ParentWatch {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private ParentWatch() {}

  /** Watches the parent of this process, if it has one, and runs an action once it is gone. */
  public static void start(Runnable onGone) {
    start(() -> ProcessHandle.current().parent(), INTERVAL, onGone);
  }

  static void start(Supplier<Optional<ProcessHandle>> parent, Duration interval, Runnable onGone) {
    Optional<ProcessHandle> first = parent.get();
    if (first.isPresent()) {
      Thread watch = new Thread(() -> watch(first, parent, interval, onGone), "parent-watch");
      watch.setDaemon(true);
      watch.start();
    }
  }

  private static void watch(
      Optional<ProcessHandle> first,
      Supplier<Optional<ProcessHandle>> parent,
      Duration interval,
      Runnable onGone) {
    try {
      while (parent.get().equals(first)) {
        Thread.sleep(interval.toMillis());
      }
      onGone.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.assistantmcp.engine.run;

import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoreException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends runs whose time is up, and model calls whose runs were taken away by other processes. */
final class RunWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
  private static final long INTERVAL_MILLIS = 400;

  private final RunConfig config;
  private final Store store;
  private final RunningCalls calls;
  // What the thread found wrong when it looked last, or nothing.
  private String trouble = "";
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(WorkerThreads.daemons("run-watch"));

  RunWatch(RunConfig config, Store store, RunningCalls calls) {
    this.config = config;
    this.store = store;
    this.calls = calls;
  }

  void start() {
    thread.scheduleWithFixedDelay(
        this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Set<String> runs = calls.runs();
      if (!runs.isEmpty()) {
        calls.keepOnly(runs, store.read(session -> session.runs().epochs(runs)));
      }
      long now = config.now();
      if (!store.read(session -> session.runs().overdue(now)).isEmpty()) {
        store.write(
            session -> {
              session.runs().overdue(now).forEach(run -> RunEnd.expireIfDue(session, run, now));
              return now;
            });
      }
      trouble = "";
    } catch (StoreException e) {
      tell(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.warn("Could not look after the runs, and will try again", e);
    }
  }

  /** Says what is wrong with the database, and not at every look again. */
  private void tell(String message) {
    if (!message.equals(trouble)) {
      LOG.warn("{} Runs do not end in time until then.", message);
      trouble = message;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;

/** Executes the runs of a database in this process, beside others that may do the same. */
public final class Runner implements AutoCloseable {

  private final RunConfig config;
  private final KeyRing keys = new KeyRing();
  private final RunningCalls calls = new RunningCalls();
  private final RunQueue queue;
  private final RunWatch watch;

  private Runner(RunConfig config, Store store) {
    this.config = config;
    this.queue = new RunQueue(config, store, new RunWorker(config, store, keys, calls));
    this.watch = new RunWatch(config, store, calls);
  }

  /** Starts to execute runs, with those that an earlier process left behind. */
  public static Runner start(RunConfig config, Store store) {
    Runner runner = new Runner(config, store);
    AbandonedJobs.release(store);
    runner.queue.start();
    runner.watch.start();
    return runner;
  }

  public RunConfig config() {
    return config;
  }

  /** Remembers the key of a tenant, for runs that are executed with it. */
  public void remember(String tenant, ModelKey key) {
    keys.add(tenant, key);
  }

  /** Has a run executed once the transaction is done. */
  public void enqueue(Session session, RunRow run) {
    queue.add(session, run);
  }

  /** Says that a transaction is done in which runs were added. */
  public void wake() {
    queue.wake();
  }

  /** Ends the model call for a run that was taken away, if this process makes it. */
  public void abort(String runId) {
    calls.cancel(runId);
  }

  /** Ends all work. What is not done is done by another process or after the next start. */
  @Override
  public void close() {
    watch.close();
    calls.close();
    queue.close();
  }
}

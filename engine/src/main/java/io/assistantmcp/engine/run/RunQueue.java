package io.assistantmcp.engine.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.assistantmcp.engine.run.RunWorker.Outcome;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The runs that wait for a worker, of whichever process on the same database. A job is for a run
 * and one of its turns, since a run comes back for more while the job of its last turn is put away.
 */
final class RunQueue implements AutoCloseable {

  private static final String TASK = "run";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MISSED_HEARTBEATS = 4;

  private final RunConfig config;
  private final RunWorker worker;
  private final CustomTask<String> task;
  private final ExecutorService threads;
  private final Scheduler scheduler;

  RunQueue(RunConfig config, Store store, RunWorker worker) {
    this.config = config;
    this.worker = worker;
    this.threads = WorkerThreads.pool(config.workers());
    this.task =
        Tasks.custom(TASK, String.class)
            .onFailure((failed, job) -> job.reschedule(failed, Instant.now().plus(RETRY)))
            .onDeadExecutionRevive()
            .execute((job, context) -> execute(job));
    this.scheduler =
        Scheduler.create(store.dataSource(), task)
            .jdbcCustomization(new SqliteQueue())
            .serializer(new TextSerializer())
            .schedulerName(ProcessName.ofThis()::toString)
            .executorService(threads)
            .dueExecutor(Executors.newSingleThreadExecutor(WorkerThreads.daemons("run-queue")))
            .housekeeperExecutor(
                Executors.newScheduledThreadPool(2, WorkerThreads.daemons("run-heartbeat")))
            .threads(config.workers())
            .pollUsingLockAndFetch(0.9, 1.0)
            .pollingInterval(POLL)
            .heartbeatInterval(config.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  void start() {
    scheduler.start();
  }

  /** Puts a run into the queue, together with whatever else its transaction does. */
  void add(Session session, RunRow run) {
    SchedulerClient.Builder.create(session.dataSource(), task)
        .jdbcCustomization(new SqliteQueue())
        .serializer(new TextSerializer())
        .build()
        .scheduleIfNotExists(task.instance(run.id() + "/" + run.epoch()), Instant.now());
  }

  /** Lets a worker look now; it would some time anyway. */
  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  private CompletionHandler<String> execute(TaskInstance<String> job) {
    String runId = job.getId().substring(0, job.getId().indexOf('/'));
    Outcome outcome = worker.work(runId);
    if (outcome == Outcome.NO_KEY) {
      return waitForKey(runId, job);
    }
    if (outcome == Outcome.INTERRUPTED) {
      return (complete, operations) -> operations.reschedule(complete, Instant.now());
    }
    return (complete, operations) -> {
      operations.remove();
      wake(); // for the next in the queue, now that a worker is free
    };
  }

  /** Gives other processes, or the run's client when it asks again, a chance to bring the key. */
  private CompletionHandler<String> waitForKey(String runId, TaskInstance<String> job) {
    Instant since =
        Optional.ofNullable(job.getData()).map(Instant::parse).orElseGet(config.clock()::instant);
    if (config.clock().instant().isAfter(since.plus(config.keyWait()))) {
      worker.failForWantOfKey(runId);
      return (complete, operations) -> operations.remove();
    }
    return (complete, operations) ->
        operations.reschedule(complete, Instant.now().plus(RETRY), since.toString());
  }

  @Override
  public void close() {
    scheduler.stop();
    threads.shutdownNow();
  }
}

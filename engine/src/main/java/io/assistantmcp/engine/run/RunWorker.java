package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes runs. It takes hold of a run, asks the model, and writes what comes of that in one
 * transaction, if it has hold of the run still. So a run that a dead worker left behind can be done
 * again from where the last transaction was.
 */
final class RunWorker {

  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

  // Each time half of the messages is left out.
  private static final int MAX_HALVINGS = 4;

  private final RunConfig config;
  private final Store store;
  private final KeyRing keys;
  private final RunningCalls calls;
  private final PromptBuilder prompts;

  RunWorker(RunConfig config, Store store, KeyRing keys, RunningCalls calls) {
    this.config = config;
    this.store = store;
    this.keys = keys;
    this.calls = calls;
    this.prompts = new PromptBuilder(config);
  }

  /** What became of a job. */
  enum Outcome {
    DONE,
    /** This process does not have the run's key. */
    NO_KEY,
    /** This process is ending. */
    INTERRUPTED
  }

  Outcome work(String runId) {
    Optional<RunRow> claimed = store.write(session -> claim(session, runId));
    if (claimed.isEmpty()) {
      return Outcome.DONE;
    }
    RunRow run = claimed.get();
    ModelKey key = keys.of(run.tenant());
    return run.needsKey() && key == null ? Outcome.NO_KEY : guarded(run, key);
  }

  /** Does what fails every time not again and again until the run's time is up. */
  private Outcome guarded(RunRow run, @Nullable ModelKey key) {
    try {
      return work(run, key, 0);
    } catch (StoreException e) {
      throw e; // the queue tries again
    } catch (RuntimeException e) {
      LOG.error("{} failed", run.id(), e);
      fail(run, "server_error", "The engine could not execute this run; its log says why.");
      return Outcome.DONE;
    }
  }

  private Optional<RunRow> claim(Session session, String runId) {
    return session
        .runs()
        .find(runId)
        .map(run -> RunEnd.expireIfDue(session, run, config.now()))
        .filter(run -> RunMachine.next(RunLife.status(run), RunEvent.CLAIM).isPresent())
        .map(run -> run.needsKey() && keys.of(run.tenant()) == null ? run : taken(session, run));
  }

  private RunRow taken(Session session, RunRow run) {
    RunRow held =
        RunLife.after(session.runs().take(run), RunEvent.CLAIM, config.now()).orElseThrow();
    session.runs().write(held);
    return held;
  }

  private Outcome work(RunRow run, @Nullable ModelKey key, int halvings) {
    Prompt prompt = store.read(session -> prompts.build(session, run, halvings));
    if (prompt instanceof Prompt.NoRoom full) {
      cutShort(run, full.limit());
      return Outcome.DONE;
    }
    ModelAnswer answer = ask(run, key, (Prompt.Ask) prompt);
    if (answer instanceof ModelAnswer.Failed failed) {
      return failed(run, key, halvings, failed);
    }
    finish(run, (session, held) -> write(session, held, answer));
    return Outcome.DONE;
  }

  private ModelAnswer ask(RunRow run, @Nullable ModelKey key, Prompt.Ask prompt) {
    long left = Math.max(0, run.expiresAt() - config.now());
    CancelToken token = CancelToken.lasting(Duration.ofSeconds(left));
    calls.begin(run.id(), run.epoch(), token);
    try {
      return config.model().call(prompt.request(), key, token);
    } finally {
      calls.end(run.id(), token);
    }
  }

  private Outcome failed(
      RunRow run, @Nullable ModelKey key, int halvings, ModelAnswer.Failed failed) {
    if (failed.kind() == Kind.CONTEXT_LENGTH && halvings < MAX_HALVINGS) {
      return work(run, key, halvings + 1);
    }
    if (failed.kind() == Kind.CANCELLED && run.expiresAt() > config.now()) {
      return Outcome.INTERRUPTED; // or somebody else has the run, who ended the call
    }
    boolean limited = run.body().has("max_prompt_tokens");
    if (failed.kind() == Kind.CONTEXT_LENGTH && limited) {
      cutShort(run, "max_prompt_tokens");
    } else {
      fail(run, failed.kind().code(), failed.message());
    }
    return Outcome.DONE;
  }

  private RunRow write(Session session, RunRow run, ModelAnswer answer) {
    AnswerWriter writer = new AnswerWriter(session, run, config.now());
    return answer instanceof ModelAnswer.Completed completed
        ? writer.write(completed)
        : writer.write((ModelAnswer.Incomplete) answer);
  }

  private void fail(RunRow run, String code, String message) {
    finish(
        run,
        (session, held) ->
            RunEnd.end(
                session, RunLife.withError(held, code, message), RunEvent.FAIL, config.now()));
  }

  private void cutShort(RunRow run, String limit) {
    finish(
        run,
        (session, held) ->
            RunEnd.end(session, RunLife.withReason(held, limit), RunEvent.CUT_SHORT, config.now()));
  }

  /** Ends a run that nobody can execute, for want of its key. */
  void failForWantOfKey(String runId) {
    store.write(
        session -> {
          session
              .runs()
              .find(runId)
              .filter(run -> RunMachine.next(RunLife.status(run), RunEvent.FAIL).isPresent())
              .ifPresent(
                  run ->
                      RunEnd.end(
                          session,
                          RunLife.withError(
                              session.runs().take(run),
                              "server_error",
                              "The API key that this run was created with is kept in memory only,"
                                  + " and the process that had it has ended. Create the run again."),
                          RunEvent.FAIL,
                          config.now()));
          return runId;
        });
  }

  /**
   * Writes what came of a run, if it is still this worker's and its time is not up. The fields are
   * read again: somebody may have changed the metadata meanwhile.
   */
  private void finish(RunRow run, BiFunction<Session, RunRow, RunRow> writing) {
    store.write(
        session ->
            session
                .runs()
                .find(run.id())
                .filter(row -> row.epoch() == run.epoch())
                .map(row -> RunEnd.expireIfDue(session, row, config.now()))
                .filter(row -> RunLife.status(row).isActive())
                .map(row -> writing.apply(session, row)));
  }
}

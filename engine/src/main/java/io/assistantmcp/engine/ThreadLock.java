package io.assistantmcp.engine;

import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.run.RunEnd;
import io.assistantmcp.engine.run.RunLife;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import java.util.Optional;

/** The lock that an active run has on its thread. */
final class ThreadLock {

  private ThreadLock() {}

  /** The run that has a thread to itself; one whose time is up is ended and has it no more. */
  static Optional<RunRow> holder(Session session, String thread, long now) {
    return session
        .runs()
        .activeIn(thread)
        .map(run -> RunEnd.expireIfDue(session, run, now))
        .filter(run -> RunLife.status(run).isActive());
  }

  static void checkForMessages(Session session, String thread, long now) {
    holder(session, thread, now)
        .ifPresent(
            run -> {
              throw ApiException.badRequest(
                  "Can't add messages to %s while a run %s is active.".formatted(thread, run.id()));
            });
  }

  static void checkForRun(Session session, String thread, long now) {
    holder(session, thread, now)
        .ifPresent(
            run -> {
              throw ApiException.badRequest(
                  "Thread %s already has an active run %s.".formatted(thread, run.id()));
            });
  }
}

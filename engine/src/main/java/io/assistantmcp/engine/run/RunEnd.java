package io.assistantmcp.engine.run;

import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import java.util.Optional;

/** Ends runs from outside: whoever works on one finds that it is not theirs any more. */
public final class RunEnd {

  private RunEnd() {}

  /** Cancels a run, and gives it as it is shown to the one who asked. */
  public static RunRow cancel(Session session, RunRow run, long now) {
    RunRow held = session.runs().take(run);
    RunRow cancelling =
        RunLife.after(held, RunEvent.CANCEL, now)
            .orElseThrow(
                () ->
                    ApiException.badRequest(
                        "Cannot cancel run with status '%s'.".formatted(run.status())));
    // Nothing can be waited for: what a worker may still get from its model does not count.
    end(session, cancelling, RunEvent.STOP, now);
    return cancelling;
  }

  /** Ends a run whose time is up, and gives it as it then is. */
  public static RunRow expireIfDue(Session session, RunRow run, long now) {
    boolean due = RunLife.status(run).isActive() && run.expiresAt() <= now;
    return due ? end(session, session.runs().take(run), RunEvent.EXPIRE, now) : run;
  }

  /** Ends a run that is held. */
  static RunRow end(Session session, RunRow run, RunEvent event, long now) {
    Optional<RunRow> ended = RunLife.after(run, event, now);
    ended.ifPresent(
        after -> {
          if (session.runs().write(after)) {
            new Steps(session, after).end(RunLife.status(after), now);
          }
        });
    return ended.orElse(run);
  }
}

package io.assistantmcp.engine.run;

import static io.assistantmcp.engine.run.RunStatus.CANCELLED;
import static io.assistantmcp.engine.run.RunStatus.CANCELLING;
import static io.assistantmcp.engine.run.RunStatus.COMPLETED;
import static io.assistantmcp.engine.run.RunStatus.EXPIRED;
import static io.assistantmcp.engine.run.RunStatus.FAILED;
import static io.assistantmcp.engine.run.RunStatus.INCOMPLETE;
import static io.assistantmcp.engine.run.RunStatus.IN_PROGRESS;
import static io.assistantmcp.engine.run.RunStatus.QUEUED;
import static io.assistantmcp.engine.run.RunStatus.REQUIRES_ACTION;

import java.util.Map;
import java.util.Optional;

/** The states of a run and all ways between them. */
public final class RunMachine {

  private static final Map<RunStatus, Map<RunEvent, RunStatus>> TRANSITIONS =
      Map.of(
          QUEUED,
          Map.of(
              RunEvent.CLAIM, IN_PROGRESS,
              RunEvent.FAIL, FAILED,
              RunEvent.CANCEL, CANCELLING,
              RunEvent.EXPIRE, EXPIRED),
          IN_PROGRESS,
          Map.of(
              RunEvent.CLAIM, IN_PROGRESS,
              RunEvent.ASK, REQUIRES_ACTION,
              RunEvent.COMPLETE, COMPLETED,
              RunEvent.CUT_SHORT, INCOMPLETE,
              RunEvent.FAIL, FAILED,
              RunEvent.CANCEL, CANCELLING,
              RunEvent.EXPIRE, EXPIRED),
          REQUIRES_ACTION,
          Map.of(
              RunEvent.SUBMIT, QUEUED,
              RunEvent.CANCEL, CANCELLING,
              RunEvent.EXPIRE, EXPIRED),
          CANCELLING,
          Map.of(RunEvent.STOP, CANCELLED, RunEvent.EXPIRE, EXPIRED));

  private RunMachine() {}

  /** Where an event leads, or nothing if it cannot happen there. */
  public static Optional<RunStatus> next(RunStatus status, RunEvent event) {
    return Optional.ofNullable(TRANSITIONS.getOrDefault(status, Map.of()).get(event));
  }
}

package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelNames;
import java.time.Clock;
import java.time.Duration;

/**
 * How runs are executed.
 *
 * @param keyFromCaller whether the model is called with the key of who created the run
 * @param life how long a run may take
 * @param workers how many model calls are made at once
 * @param contextTokens what the model can read, or 0 if nobody knows
 * @param heartbeat how often a process says that it still works on a run
 * @param keyWait how long a run waits for its key after the process that had it ended
 */
public record RunConfig(
    Model model,
    ModelNames names,
    boolean keyFromCaller,
    Duration life,
    int workers,
    int contextTokens,
    Duration heartbeat,
    Duration keyWait,
    Clock clock) {

  /** Runs on a model, with everything else as it is when nobody says otherwise. */
  public static RunConfig on(Model model) {
    return new RunConfig(
        model,
        ModelNames.SAME,
        false,
        Duration.ofSeconds(600),
        8,
        0,
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        Clock.systemUTC());
  }

  long now() {
    return clock.instant().getEpochSecond();
  }
}

package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.CancelToken;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The model calls of this process that are under way. */
final class RunningCalls {

  private final Map<String, Running> calls = new ConcurrentHashMap<>();

  private volatile boolean closed;

  private record Running(long epoch, CancelToken token) {}

  void begin(String runId, long epoch, CancelToken token) {
    calls.put(runId, new Running(epoch, token));
    if (closed) {
      token.cancel();
    }
  }

  void end(String runId, CancelToken token) {
    calls.computeIfPresent(runId, (id, running) -> running.token() == token ? null : running);
  }

  /** The runs that calls are made for at this moment. */
  Set<String> runs() {
    return Set.copyOf(calls.keySet());
  }

  /** Ends the call for a run. */
  void cancel(String runId) {
    Running running = calls.get(runId);
    if (running != null) {
      running.token().cancel();
    }
  }

  /**
   * Ends the calls that others have taken the runs of.
   *
   * @param asked the runs that were looked up; calls may have begun since
   * @param epochs who has hold of which of them
   */
  void keepOnly(Set<String> asked, Map<String, Long> epochs) {
    calls.forEach(
        (id, running) -> {
          if (asked.contains(id) && !Long.valueOf(running.epoch()).equals(epochs.get(id))) {
            running.token().cancel();
          }
        });
  }

  /** Ends all calls, and those that begin from now on. */
  void close() {
    closed = true;
    calls.values().forEach(running -> running.token().cancel());
  }
}

package io.assistantmcp.server.metrics;

import java.time.Duration;

/** Is told of calls while they happen. It learns neither arguments nor results nor keys. */
public interface CallObserver {

  /** Looks away. */
  CallObserver NONE = new CallObserver() {};

  /** The call of a tool began. */
  default void begun() {}

  /**
   * A call that had begun is over.
   *
   * @param tool the name of a tool that there is
   * @param outcome what became of it, one of a few words
   * @param took how long it took
   */
  default void ended(String tool, String outcome, Duration took) {}

  /** Upstream answered a request with an HTTP status. */
  default void answered(int status) {}

  /** A request upstream came to nothing: no connection, or one that broke. */
  default void unanswered() {}

  /** A request upstream is repeated. */
  default void repeated() {}
}

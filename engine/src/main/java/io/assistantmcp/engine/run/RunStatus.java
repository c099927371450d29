package io.assistantmcp.engine.run;

import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
  QUEUED(true),
  IN_PROGRESS(true),
  REQUIRES_ACTION(true),
  CANCELLING(true),
  CANCELLED(false),
  FAILED(false),
  COMPLETED(false),
  INCOMPLETE(false),
  EXPIRED(false);

  private final boolean active;

  RunStatus(boolean active) {
    this.active = active;
  }

  /** Whether it goes on, and has its thread to itself. */
  public boolean isActive() {
    return active;
  }

  /** The status as the API writes it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RunStatus of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}

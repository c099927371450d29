package io.assistantmcp.upstream.schema;

/**
 * The kinds of difference between two schemas, and the rules which of them break somebody: who
 * sends such a value, or who reads one. The table stands in docs/upstream-changes.md, too.
 */
public enum Kind {
  ADDED(Effect.ADDED, false, false, "added"),
  ADDED_REQUIRED(Effect.ADDED, true, false, "added, and required"),
  REMOVED(Effect.REMOVED, true, true, "removed"),
  REQUIRED(Effect.TIGHTENED, true, false, "now required"),
  OPTIONAL(Effect.LOOSENED, false, true, "no longer required"),
  RETYPED(Effect.TIGHTENED, true, true, "another type"),
  TYPE_NARROWED(Effect.TIGHTENED, true, false, "a narrower type"),
  TYPE_WIDENED(Effect.LOOSENED, false, true, "a wider type"),
  FORM_ADDED(Effect.LOOSENED, false, false, "may also be"),
  FORM_REMOVED(Effect.TIGHTENED, true, false, "may no longer be"),
  NULL_ADDED(Effect.LOOSENED, false, true, "may be null"),
  NULL_REMOVED(Effect.TIGHTENED, true, false, "may no longer be null"),
  VALUE_ADDED(Effect.LOOSENED, false, false, "new values"),
  VALUE_REMOVED(Effect.TIGHTENED, true, false, "values removed"),
  SUGGESTIONS(Effect.NEUTRAL, false, false, "suggested values"),
  LIMIT_TIGHTENED(Effect.TIGHTENED, true, false, "tighter limit"),
  LIMIT_LOOSENED(Effect.LOOSENED, false, false, "looser limit"),
  RULE_ADDED(Effect.TIGHTENED, true, false, "new rule"),
  RULE_CHANGED(Effect.TIGHTENED, true, false, "another rule"),
  RULE_REMOVED(Effect.LOOSENED, false, false, "rule dropped"),
  CLOSED(Effect.TIGHTENED, true, false, "no other fields any more"),
  OPENED(Effect.LOOSENED, false, false, "any other fields"),
  DEFAULT(Effect.NEUTRAL, false, false, "default"),
  FORMAT(Effect.NEUTRAL, false, false, "format");

  /** What a difference does to the set of values. */
  public enum Effect {
    ADDED,
    REMOVED,
    TIGHTENED,
    LOOSENED,
    NEUTRAL
  }

  private final Effect effect;
  private final boolean breaksSenders;
  private final boolean breaksReaders;
  private final String words;

  Kind(Effect effect, boolean breaksSenders, boolean breaksReaders, String words) {
    this.effect = effect;
    this.breaksSenders = breaksSenders;
    this.breaksReaders = breaksReaders;
    this.words = words;
  }

  public Effect effect() {
    return effect;
  }

  /** Whether what was valid in a request may be refused now. */
  public boolean breaksSenders() {
    return breaksSenders;
  }

  /** Whether who relied on an answer may miss something now. */
  public boolean breaksReaders() {
    return breaksReaders;
  }

  public String words() {
    return words;
  }
}

package io.assistantmcp.engine.store;

import io.assistantmcp.engine.api.ObjectKind;

/** The tables that objects are kept in, each with what its objects hang on. */
public enum Table {
  ASSISTANTS("assistants", "", ObjectKind.ASSISTANT),
  THREADS("threads", "", ObjectKind.THREAD),
  MESSAGES("messages", "thread_id", ObjectKind.MESSAGE),
  RUNS("runs", "thread_id", ObjectKind.RUN),
  RUN_STEPS("run_steps", "run_id", ObjectKind.RUN_STEP);

  private final String sql;
  // The column with the id of what an object hangs on, or nothing.
  private final String parent;
  private final ObjectKind kind;

  Table(String sql, String parent, ObjectKind kind) {
    this.sql = sql;
    this.parent = parent;
    this.kind = kind;
  }

  String sql() {
    return sql;
  }

  ObjectKind kind() {
    return kind;
  }

  /** The condition that an object is a tenant's, under the right parent. */
  String owned() {
    return parent.isEmpty() ? "tenant = :tenant" : "tenant = :tenant and " + parent + " = :parent";
  }

  /** The condition that it is there, too. */
  String scope() {
    return owned() + " and deleted_at is null";
  }
}

package io.assistantmcp.engine.store;

import org.jdbi.v3.core.Handle;

/** A view of the database during one piece of work. */
public final class Session {

  private final Handle handle;

  Session(Handle handle) {
    this.handle = handle;
  }

  /** The objects of one tenant. There is no way to those of all. */
  public ObjectTable of(String tenant, Table table) {
    return new ObjectTable(handle, table, tenant);
  }

  Handle handle() {
    return handle;
  }
}

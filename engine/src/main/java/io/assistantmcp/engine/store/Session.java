package io.assistantmcp.engine.store;

import javax.sql.DataSource;
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

  /** The runs of all tenants, for those who execute them. */
  public RunTable runs() {
    return new RunTable(handle);
  }

  /** What models are shown again. */
  public ItemTable items() {
    return new ItemTable(handle);
  }

  /** What the queue's library leaves to us. */
  public JobTable jobs() {
    return new JobTable(handle);
  }

  /** For those with tables of their own who want to be part of this work. */
  public DataSource dataSource() {
    return JoinedDataSource.of(handle.getConnection());
  }

  Handle handle() {
    return handle;
  }
}

package io.assistantmcp.engine.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The queue's own table, as far as its library does not look after it. */
public final class JobTable {

  private final Handle handle;

  JobTable(Handle handle) {
    this.handle = handle;
  }

  /** Who has taken jobs. */
  public List<String> workers() {
    return handle
        .createQuery(
            "select distinct picked_by from scheduled_tasks where picked and picked_by is not null")
        .mapTo(String.class)
        .list();
  }

  /** Takes a worker's jobs away from it. */
  public void release(String worker) {
    handle
        .createUpdate(
            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1 where picked and picked_by = :worker")
        .bind("worker", worker)
        .execute();
  }
}

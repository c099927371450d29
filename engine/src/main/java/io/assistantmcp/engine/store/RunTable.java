package io.assistantmcp.engine.store;

import io.assistantmcp.engine.api.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The runs of all tenants, for those who execute them. */
public final class RunTable {

  // As the index of active runs has it, or it would not be used.
  private static final String ACTIVE =
      "status in ('queued', 'in_progress', 'requires_action', 'cancelling')";

  private final Handle handle;

  RunTable(Handle handle) {
    this.handle = handle;
  }

  /** A run, whatever has become of it. */
  public Optional<RunRow> find(String id) {
    return select("id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** The run that has a thread to itself. */
  public Optional<RunRow> activeIn(String threadId) {
    return select("thread_id = :thread and " + ACTIVE, Map.of("thread", threadId)).stream()
        .findFirst();
  }

  /** The active runs whose time is up. */
  public List<RunRow> overdue(long now) {
    return select("expires_at <= :now and " + ACTIVE, Map.of("now", now));
  }

  /** What runs are active, and who has hold of them. */
  public Map<String, Long> epochs(Collection<String> ids) {
    return handle
        .createQuery("select id, epoch from runs where id in (<ids>) and " + ACTIVE)
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> Map.entry(row.getString("id"), row.getLong("epoch")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Takes hold of a run, so that whoever had it has it no more. */
  public RunRow take(RunRow run) {
    handle
        .createUpdate("update runs set epoch = epoch + 1 where id = :id")
        .bind("id", run.id())
        .execute();
    return find(run.id()).orElseThrow();
  }

  /** Writes a run, if it is still held, and tells whether it is. */
  public boolean write(RunRow run) {
    int written =
        handle
            .createUpdate(
                "update runs set status = :status, body = :body where id = :id and epoch = :epoch")
            .bind("status", run.status())
            .bind("body", Json.write(run.body()))
            .bind("id", run.id())
            .bind("epoch", run.epoch())
            .execute();
    return written == 1;
  }

  private List<RunRow> select(String condition, Map<String, ?> binds) {
    return handle
        .createQuery(
            "select id, tenant, thread_id, status, epoch, needs_key, expires_at, created_at, body"
                + " from runs where "
                + condition)
        .bindMap(binds)
        .map((row, context) -> RunRow.of(row))
        .list();
  }
}

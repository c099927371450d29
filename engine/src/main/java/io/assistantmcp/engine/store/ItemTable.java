package io.assistantmcp.engine.store;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a model is shown again of what happened in a run, in that order. */
public final class ItemTable {

  private final Handle handle;

  ItemTable(Handle handle) {
    this.handle = handle;
  }

  public void add(String runId, JsonObject item) {
    handle
        .createUpdate("insert into run_items (run_id, body) values (:run, :body)")
        .bind("run", runId)
        .bind("body", Json.write(item))
        .execute();
  }

  public List<JsonObject> of(String runId) {
    return handle
        .createQuery("select body from run_items where run_id = :run order by seq")
        .bind("run", runId)
        .map((row, context) -> Json.parse(row.getString("body")).getAsJsonObject())
        .list();
  }
}

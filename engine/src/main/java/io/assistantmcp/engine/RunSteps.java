package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.api.Page;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.util.List;
import java.util.Map;

/** The operations on run steps. */
final class RunSteps {

  private static final Objects OBJECTS = new Objects(ObjectKind.RUN_STEP, Table.RUN_STEPS);
  private static final String CONTENT = "step_details.tool_calls[*].file_search.results[*].content";

  private final Store store;
  private final Runs runs;

  RunSteps(Store store, Runs runs) {
    this.store = store;
    this.runs = runs;
  }

  JsonObject list(Call call) {
    String run = runs.upToDate(call).id();
    return store.read(
        session ->
            Page.answer(
                OBJECTS
                    .in(session, call)
                    .list(run, call.listQuery(ObjectKind.RUN_STEP), Map.of())
                    .map(step -> shown(step, call))));
  }

  JsonObject get(Call call) {
    String run = runs.upToDate(call).id();
    return store.read(
        session -> shown(OBJECTS.in(session, call).get(run, call.id(ObjectKind.RUN_STEP)), call));
  }

  private static JsonObject shown(StoredObject step, Call call) {
    JsonObject shown = OBJECTS.shown(step);
    if (shown.get("status").getAsString().equals("in_progress")) {
      shown.add("usage", JsonNull.INSTANCE);
    }
    if (!call.query().getOrDefault("include[]", List.of()).contains(CONTENT)) {
      hideContent(shown);
    }
    return shown;
  }

  /** Takes the text of what was found out of a step, unless it was asked for. */
  private static void hideContent(JsonObject step) {
    if (Json.at(step, "step_details", "tool_calls") instanceof JsonArray calls) {
      for (JsonElement call : calls) {
        if (Json.at(call, "file_search", "results") instanceof JsonArray results) {
          results.forEach(result -> result.getAsJsonObject().remove("content"));
        }
      }
    }
  }
}

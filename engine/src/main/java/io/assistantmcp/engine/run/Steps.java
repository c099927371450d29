package io.assistantmcp.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ListQuery;
import io.assistantmcp.engine.model.Usage;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of one run. */
final class Steps {

  private static final String IN_PROGRESS = "in_progress";
  private static final ListQuery ALL = new ListQuery(Integer.MAX_VALUE - 1, true, null, null);

  private final ObjectTable table;
  private final RunRow run;

  Steps(Session session, RunRow run) {
    this.table = session.of(run.tenant(), Table.RUN_STEPS);
    this.run = run;
  }

  /** Adds the step in which a message was written. */
  void messageCreation(String messageId, Usage usage, long now) {
    JsonObject creation = new JsonObject();
    creation.addProperty("message_id", messageId);
    insert("message_creation", creation, "completed", usage, now);
  }

  /** Adds the step in which tools were called, or are yet to be. */
  void toolCalls(JsonArray calls, boolean done, Usage usage, long now) {
    insert("tool_calls", calls, done ? "completed" : IN_PROGRESS, usage, now);
  }

  private void insert(String type, JsonElement details, String status, Usage usage, long now) {
    JsonObject typed = new JsonObject();
    typed.addProperty("type", type);
    typed.add(type, details);
    JsonObject fields = new JsonObject();
    fields.addProperty("thread_id", run.threadId());
    fields.addProperty("run_id", run.id());
    fields.add("assistant_id", run.body().get("assistant_id"));
    fields.addProperty("type", type);
    fields.addProperty("status", status);
    fields.add("step_details", typed);
    fields.add("usage", RunLife.json(usage));
    if (status.equals("completed")) {
      fields.addProperty("completed_at", now);
    }
    table.insert(now, fields, Map.of("run_id", run.id(), "status", status));
  }

  /** The step that waits for the outputs of its calls, or null. */
  @Nullable StoredObject waiting() {
    List<StoredObject> waiting = table.list(run.id(), ALL, Map.of("status", IN_PROGRESS)).items();
    return waiting.isEmpty() ? null : waiting.get(0);
  }

  /** Gives the calls of the waiting step their outputs, by their ids. */
  void complete(StoredObject step, Map<String, String> outputs, long now) {
    JsonObject fields = step.body().deepCopy();
    for (JsonElement call : calls(fields)) {
      String id = call.getAsJsonObject().get("id").getAsString();
      JsonObject function = call.getAsJsonObject().getAsJsonObject("function");
      function.addProperty("output", outputs.get(id));
    }
    end(step, fields, "completed", now);
  }

  /** Ends what is in progress as its run ended. */
  void end(RunStatus status, long now) {
    StoredObject step = waiting();
    if (step != null) {
      end(step, step.body().deepCopy(), status.wire(), now);
    }
  }

  private void end(StoredObject step, JsonObject fields, String status, long now) {
    fields.addProperty("status", status);
    fields.addProperty(status + "_at", now);
    table.update(step, fields, Map.of("status", status));
  }

  /** The calls of a step with tool calls. */
  static JsonArray calls(JsonObject fields) {
    return fields.getAsJsonObject("step_details").getAsJsonArray("tool_calls");
  }
}

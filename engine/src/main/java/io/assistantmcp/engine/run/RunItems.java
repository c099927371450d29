package io.assistantmcp.engine.run;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.store.ItemTable;
import io.assistantmcp.engine.store.Session;
import java.util.List;

/** What happened in a run so far, as its model is shown it again. */
final class RunItems {

  private static final String RAW = "raw";
  private static final String CALL_ID = "call_id";
  private static final String OUTPUT = "output";

  private final ItemTable table;
  private final String runId;

  RunItems(Session session, String runId) {
    this.table = session.items();
    this.runId = runId;
  }

  void add(OutputItem item) {
    JsonObject body = new JsonObject();
    body.add(RAW, item.raw());
    table.add(runId, body);
  }

  void add(String callId, String output) {
    JsonObject body = new JsonObject();
    body.addProperty(CALL_ID, callId);
    body.addProperty(OUTPUT, output);
    table.add(runId, body);
  }

  List<InputItem> items() {
    return table.of(runId).stream().map(RunItems::item).toList();
  }

  private static InputItem item(JsonObject body) {
    return body.has(RAW)
        ? new InputItem.Replay(body.getAsJsonObject(RAW))
        : new InputItem.FunctionOutput(
            body.get(CALL_ID).getAsString(), body.get(OUTPUT).getAsString());
  }
}

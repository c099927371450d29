package io.assistantmcp.engine.run;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.StoredObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client's functions returned. */
public final class ToolOutputs {

  private ToolOutputs() {}

  /** Gives a run all outputs that it waits for, and the run as it then is: back in the queue. */
  public static RunRow submit(Session session, RunRow run, JsonArray outputs, long now) {
    RunRow held = session.runs().take(run);
    RunRow queued =
        RunLife.after(held, RunEvent.SUBMIT, now)
            .orElseThrow(
                () ->
                    ApiException.badRequest(
                        "Runs in status \"%s\" do not accept tool outputs."
                            .formatted(run.status())));
    Steps steps = new Steps(session, run);
    StoredObject step = steps.waiting();
    if (step == null) {
      throw new IllegalStateException(run.id() + " waits without a step");
    }
    Map<String, String> byCall = matched(Steps.calls(step.body()), outputs);
    steps.complete(step, byCall, now);
    RunItems items = new RunItems(session, run.id());
    byCall.forEach(items::add);
    session.runs().write(queued);
    return queued;
  }

  /** The outputs in the order of the calls, of which each has to have exactly one. */
  private static Map<String, String> matched(JsonArray calls, JsonArray outputs) {
    List<String> expected = calls.asList().stream().map(call -> id(call, "id")).toList();
    Map<String, String> given = new LinkedHashMap<>();
    List<String> got = new ArrayList<>();
    for (JsonElement output : outputs) {
      String id = id(output, "tool_call_id");
      String text = Json.string(output.getAsJsonObject(), "output");
      got.add(id);
      given.put(id, text == null ? "" : text);
    }
    if (got.size() != expected.size() || !given.keySet().containsAll(expected)) {
      throw ApiException.badRequest(
          "Expected tool outputs for call_ids %s, got %s".formatted(listed(expected), listed(got)));
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    expected.forEach(id -> ordered.put(id, given.get(id)));
    return ordered;
  }

  private static String id(JsonElement object, String name) {
    return String.valueOf(Json.string((JsonObject) object, name));
  }

  private static String listed(List<String> ids) {
    return ids.stream().map(id -> "'" + id + "'").collect(joining(", ", "[", "]"));
  }
}

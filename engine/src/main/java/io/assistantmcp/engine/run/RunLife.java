package io.assistantmcp.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.model.Usage;
import io.assistantmcp.engine.store.RunRow;
import java.util.Optional;

/** What events make of a run's fields. */
public final class RunLife {

  private RunLife() {}

  public static RunStatus status(RunRow run) {
    return RunStatus.of(run.status());
  }

  /** The run after an event, or nothing if that cannot happen where it stands. */
  public static Optional<RunRow> after(RunRow run, RunEvent event, long now) {
    return RunMachine.next(status(run), event).map(next -> entering(run, next, now));
  }

  private static RunRow entering(RunRow run, RunStatus next, long now) {
    JsonObject fields = run.body().deepCopy();
    fields.addProperty("status", next.wire());
    if (next != RunStatus.REQUIRES_ACTION) {
      fields.remove("required_action");
    }
    switch (next) {
      case IN_PROGRESS -> {
        if (!fields.has("started_at")) {
          fields.addProperty("started_at", now);
        }
      }
      case COMPLETED -> fields.addProperty("completed_at", now);
      case FAILED -> fields.addProperty("failed_at", now);
      case CANCELLED -> fields.addProperty("cancelled_at", now);
      default -> {}
    }
    if (!next.isActive() && next != RunStatus.EXPIRED) {
      fields.remove("expires_at");
    }
    return run.with(next.wire(), fields);
  }

  /** The run with why it failed. */
  static RunRow withError(RunRow run, String code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    return with(run, "last_error", error);
  }

  /** The run with what cut it short. */
  static RunRow withReason(RunRow run, String reason) {
    JsonObject details = new JsonObject();
    details.addProperty("reason", reason);
    return with(run, "incomplete_details", details);
  }

  /** The run with what its client has to do. */
  static RunRow withAction(RunRow run, JsonArray toolCalls) {
    JsonObject outputs = new JsonObject();
    outputs.add("tool_calls", toolCalls);
    JsonObject action = new JsonObject();
    action.addProperty("type", "submit_tool_outputs");
    action.add("submit_tool_outputs", outputs);
    return with(run, "required_action", action);
  }

  /** The run with the tokens of one more call. */
  static RunRow withUsage(RunRow run, Usage more) {
    return with(run, "usage", json(usage(run).plus(more)));
  }

  /** The tokens of a run so far. */
  static Usage usage(RunRow run) {
    return new Usage(
        number(run.body(), "usage", "prompt_tokens"),
        number(run.body(), "usage", "completion_tokens"));
  }

  static JsonObject json(Usage usage) {
    JsonObject json = new JsonObject();
    json.addProperty("prompt_tokens", usage.promptTokens());
    json.addProperty("completion_tokens", usage.completionTokens());
    json.addProperty("total_tokens", usage.totalTokens());
    return json;
  }

  static long number(JsonObject object, String... names) {
    JsonElement value = Json.at(object, names);
    return value == null ? 0 : value.getAsLong();
  }

  private static RunRow with(RunRow run, String name, JsonObject value) {
    JsonObject fields = run.body().deepCopy();
    fields.add(name, value);
    return run.with(run.status(), fields);
  }
}

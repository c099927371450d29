package io.assistantmcp.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.Usage;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes messages and steps of what a model put out, all in one transaction. */
final class AnswerWriter {

  private final Session session;
  private final RunRow run;
  private final Steps steps;
  private final RunItems items;
  private final long now;
  // The tokens of the call, which the first step of it shows.
  private Usage usage = Usage.NONE;

  AnswerWriter(Session session, RunRow run, long now) {
    this.session = session;
    this.run = run;
    this.steps = new Steps(session, run);
    this.items = new RunItems(session, run.id());
    this.now = now;
  }

  /** The run after a whole answer. */
  RunRow write(ModelAnswer.Completed answer) {
    usage = answer.usage();
    JsonArray functions = new JsonArray();
    for (OutputItem item : answer.items()) {
      items.add(item);
      if (item instanceof OutputItem.FunctionCall call) {
        functions.add(Contents.of(call));
      } else {
        write(item, null);
      }
    }
    RunRow counted = RunLife.withUsage(run, answer.usage());
    if (functions.isEmpty()) {
      return RunEnd.end(session, counted, RunEvent.COMPLETE, now);
    }
    steps.toolCalls(withoutOutputs(functions), false, taken(), now);
    RunRow asking = RunLife.after(counted, RunEvent.ASK, now).orElseThrow();
    RunRow asked = RunLife.withAction(asking, functions);
    session.runs().write(asked);
    return asked;
  }

  /** The run after an answer that was cut short. */
  RunRow write(ModelAnswer.Incomplete answer) {
    usage = answer.usage();
    boolean filtered = answer.reason() == Reason.CONTENT_FILTER;
    List<OutputItem> all = answer.items();
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1;
      write(all.get(i), last ? filtered ? "content_filter" : "max_tokens" : null);
    }
    RunRow counted = RunLife.withUsage(run, answer.usage());
    if (filtered) {
      return RunEnd.end(
          session,
          RunLife.withError(
              counted, "server_error", "The provider's content filter cut the answer short."),
          RunEvent.FAIL,
          now);
    }
    return RunEnd.end(
        session, RunLife.withReason(counted, "max_completion_tokens"), RunEvent.CUT_SHORT, now);
  }

  private void write(OutputItem item, @Nullable String cut) {
    if (item instanceof OutputItem.Message message) {
      steps.messageCreation(insert(message, cut), taken(), now);
    } else if (item instanceof OutputItem.FileSearch search) {
      tool(Contents.of(search));
    } else if (item instanceof OutputItem.CodeInterpreter interpreter) {
      tool(Contents.of(interpreter));
    }
  }

  private void tool(JsonObject call) {
    JsonArray calls = new JsonArray();
    calls.add(call);
    steps.toolCalls(calls, true, taken(), now);
  }

  private String insert(OutputItem.Message message, @Nullable String cut) {
    String status = cut == null ? "completed" : "incomplete";
    JsonObject fields = new JsonObject();
    fields.addProperty("thread_id", run.threadId());
    fields.addProperty("run_id", run.id());
    fields.add("assistant_id", run.body().get("assistant_id"));
    fields.addProperty("role", "assistant");
    fields.add("content", Contents.of(message));
    fields.addProperty("status", status);
    fields.addProperty(status + "_at", now);
    if (cut != null) {
      JsonObject details = new JsonObject();
      details.addProperty("reason", cut);
      fields.add("incomplete_details", details);
    }
    return session
        .of(run.tenant(), Table.MESSAGES)
        .insert(
            now, fields, Map.of("thread_id", run.threadId(), "run_id", run.id(), "status", status))
        .id();
  }

  private Usage taken() {
    Usage taken = usage;
    usage = Usage.NONE;
    return taken;
  }

  private static JsonArray withoutOutputs(JsonArray functions) {
    JsonArray calls = functions.deepCopy();
    calls.forEach(
        call ->
            call.getAsJsonObject().getAsJsonObject("function").add("output", JsonNull.INSTANCE));
    return calls;
  }
}

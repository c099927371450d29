package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.api.Page;
import io.assistantmcp.engine.run.RunConfig;
import io.assistantmcp.engine.run.RunEnd;
import io.assistantmcp.engine.run.RunStatus;
import io.assistantmcp.engine.run.Runner;
import io.assistantmcp.engine.run.ToolOutputs;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The operations on runs. */
final class Runs {

  private static final Objects OBJECTS = new Objects(ObjectKind.RUN, Table.RUNS);

  private final Store store;
  private final Runner runner;
  private final RunConfig config;
  private final Threads threads;

  Runs(Store store, Runner runner, Threads threads) {
    this.store = store;
    this.runner = runner;
    this.config = runner.config();
    this.threads = threads;
  }

  JsonObject create(Call call) {
    RunRequest.refuseStream(call);
    return started(
        () ->
            store.write(
                session -> {
                  String thread = Threads.id(session, call);
                  JsonObject fields = fields(session, call);
                  ThreadLock.checkForRun(session, thread, now());
                  if (call.body().get("additional_messages") instanceof JsonArray messages) {
                    Messages.insert(session, call, thread, messages, now());
                  }
                  return insert(session, call, thread, fields);
                }));
  }

  JsonObject createWithThread(Call call) {
    RunRequest.refuseStream(call);
    JsonObject thread =
        call.body().get("thread") instanceof JsonObject given ? given : new JsonObject();
    return started(
        () ->
            store.write(
                session -> {
                  JsonObject fields = fields(session, call);
                  String id = threads.insert(session, call, thread).id();
                  return insert(session, call, id, fields);
                }));
  }

  private JsonObject fields(Session session, Call call) {
    String id = ObjectKind.ASSISTANT.checked("assistant_id", call.text("assistant_id"));
    StoredObject assistant = Assistants.OBJECTS.in(session, call).get(id);
    JsonObject fields = RunRequest.fields(assistant.body(), call.body());
    RunRequest.checkTools(fields, config.model().capabilities());
    return fields;
  }

  private JsonObject insert(Session session, Call call, String thread, JsonObject fields) {
    long expiresAt = now() + config.life().toSeconds();
    String status = RunStatus.QUEUED.wire();
    fields.addProperty("thread_id", thread);
    fields.addProperty("status", status);
    fields.addProperty("expires_at", expiresAt);
    boolean needsKey = config.keyFromCaller() && call.caller().key() != null;
    Map<String, ?> columns =
        Map.of(
            "thread_id", thread, "status", status, "expires_at", expiresAt, "needs_key", needsKey);
    StoredObject run = OBJECTS.in(session, call).insert(now(), fields, columns);
    runner.enqueue(session, session.runs().find(run.id()).orElseThrow());
    return shown(run);
  }

  private JsonObject started(Supplier<JsonObject> transaction) {
    JsonObject run = transaction.get();
    runner.wake();
    return run;
  }

  JsonObject get(Call call) {
    return shown(upToDate(call));
  }

  /** The run that a call names, which is ended if nobody has noticed yet that its time is up. */
  StoredObject upToDate(Call call) {
    StoredObject found = store.read(session -> find(session, call));
    if (isDue(found)) {
      store.write(session -> current(session, call));
      found = store.read(session -> find(session, call));
    }
    return found;
  }

  JsonObject list(Call call) {
    Page<StoredObject> page = page(call);
    List<StoredObject> due = page.items().stream().filter(this::isDue).toList();
    if (!due.isEmpty()) {
      store.write(
          session -> {
            due.forEach(run -> expire(session, run.id()));
            return due;
          });
      page = page(call);
    }
    return Page.answer(page.map(Runs::shown));
  }

  private Page<StoredObject> page(Call call) {
    return store.read(
        session ->
            OBJECTS
                .in(session, call)
                .list(Threads.id(session, call), call.listQuery(ObjectKind.RUN), Map.of()));
  }

  JsonObject modify(Call call) {
    return store.write(
        session -> {
          current(session, call);
          ObjectTable runs = OBJECTS.in(session, call);
          StoredObject found = find(session, call);
          return shown(runs.update(found, Fields.changed(found.body(), call.body()), Map.of()));
        });
  }

  JsonObject cancel(Call call) {
    RunRow run = store.write(session -> RunEnd.cancel(session, current(session, call), now()));
    runner.abort(run.id());
    return shown(run);
  }

  JsonObject submit(Call call) {
    RunRequest.refuseStream(call);
    JsonArray outputs = call.body().getAsJsonArray("tool_outputs");
    return started(
        () ->
            store.write(
                session -> {
                  RunRow run = ToolOutputs.submit(session, current(session, call), outputs, now());
                  runner.enqueue(session, run);
                  return shown(run);
                }));
  }

  /** The run that a call names, ended if its time is up. */
  private RunRow current(Session session, Call call) {
    return expire(session, find(session, call).id());
  }

  private RunRow expire(Session session, String id) {
    return RunEnd.expireIfDue(session, session.runs().find(id).orElseThrow(), now());
  }

  static StoredObject find(Session session, Call call) {
    return OBJECTS.in(session, call).get(Threads.id(session, call), call.id(ObjectKind.RUN));
  }

  private boolean isDue(StoredObject run) {
    return status(run.body()).isActive() && run.body().get("expires_at").getAsLong() <= now();
  }

  private static RunStatus status(JsonObject fields) {
    return RunStatus.of(fields.get("status").getAsString());
  }

  private long now() {
    return config.clock().instant().getEpochSecond();
  }

  private static JsonObject shown(RunRow run) {
    return shown(new StoredObject(run.id(), run.createdAt(), run.body()));
  }

  private static JsonObject shown(StoredObject run) {
    JsonObject shown = OBJECTS.shown(run);
    if (status(run.body()).isActive()) {
      shown.add("usage", JsonNull.INSTANCE);
    }
    return shown;
  }
}

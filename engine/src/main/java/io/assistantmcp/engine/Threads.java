package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.run.Runner;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.util.Map;
import java.util.Optional;

/** The operations on threads. */
final class Threads {

  static final Objects OBJECTS = new Objects(ObjectKind.THREAD, Table.THREADS);

  private final Store store;
  private final Runner runner;

  Threads(Store store, Runner runner) {
    this.store = store;
    this.runner = runner;
  }

  JsonObject create(Call call) {
    return store.write(session -> OBJECTS.shown(insert(session, call, call.body())));
  }

  /** Adds a thread with its first messages. */
  StoredObject insert(Session session, Call call, JsonObject request) {
    ToolResources.check(request);
    JsonObject fields = Fields.given(request);
    JsonElement messages = fields.remove("messages");
    long now = now();
    StoredObject thread = OBJECTS.in(session, call).insert(now, fields, Map.of());
    if (messages instanceof JsonArray several) {
      Messages.insert(session, call, thread.id(), several, now);
    }
    return thread;
  }

  JsonObject get(Call call) {
    return store.read(
        session -> OBJECTS.shown(OBJECTS.in(session, call).get(call.id(ObjectKind.THREAD))));
  }

  JsonObject modify(Call call) {
    return store.write(
        session -> {
          ObjectTable threads = OBJECTS.in(session, call);
          StoredObject found = threads.get(call.id(ObjectKind.THREAD));
          return OBJECTS.shown(
              threads.update(found, Fields.changed(found.body(), call.body()), Map.of()));
        });
  }

  JsonObject delete(Call call) {
    String thread = call.id(ObjectKind.THREAD);
    Optional<RunRow> active =
        store.write(
            session -> {
              Optional<RunRow> holder = session.runs().activeIn(id(session, call));
              OBJECTS.in(session, call).remove(thread);
              return holder;
            });
    active.map(RunRow::id).ifPresent(runner::abort);
    return Fields.deleted(ObjectKind.THREAD, thread);
  }

  /** The id of the thread that a call names, which has to be there. */
  static String id(Session session, Call call) {
    return OBJECTS.in(session, call).get(call.id(ObjectKind.THREAD)).id();
  }

  private long now() {
    return runner.config().clock().instant().getEpochSecond();
  }
}

package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.time.Clock;
import java.util.Map;

/** The operations on threads. */
final class Threads {

  static final Objects OBJECTS = new Objects(ObjectKind.THREAD, Table.THREADS);

  private final Store store;
  private final Clock clock;

  Threads(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  JsonObject create(Call call) {
    return store.write(session -> OBJECTS.shown(insert(session, call, call.body())));
  }

  /** Adds a thread with its first messages. */
  StoredObject insert(Session session, Call call, JsonObject request) {
    ToolResources.check(request);
    JsonObject fields = Fields.given(request);
    JsonElement messages = fields.remove("messages");
    long now = clock.instant().getEpochSecond();
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
    return store.write(
        session -> {
          ObjectTable threads = OBJECTS.in(session, call);
          String id = threads.get(call.id(ObjectKind.THREAD)).id();
          threads.remove(id);
          return Fields.deleted(ObjectKind.THREAD, id);
        });
  }
}

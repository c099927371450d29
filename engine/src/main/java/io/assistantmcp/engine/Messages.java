package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.MessageFields;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.time.Clock;
import java.util.Map;

/** The operations on messages. */
final class Messages {

  static final Objects OBJECTS = new Objects(ObjectKind.MESSAGE, Table.MESSAGES);

  private final Store store;
  private final Clock clock;

  Messages(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  JsonObject create(Call call) {
    long now = clock.instant().getEpochSecond();
    return store.write(
        session -> {
          String thread = Threads.id(session, call);
          ThreadLock.checkForMessages(session, thread, now);
          return OBJECTS.shown(insert(session, call, thread, call.body(), now));
        });
  }

  static void insert(Session session, Call call, String thread, JsonArray messages, long now) {
    for (JsonElement message : messages) {
      insert(session, call, thread, message.getAsJsonObject(), now);
    }
  }

  private static StoredObject insert(
      Session session, Call call, String thread, JsonObject message, long now) {
    Attachments.check(message);
    return OBJECTS
        .in(session, call)
        .insert(
            now,
            MessageFields.of(thread, message),
            Map.of("thread_id", thread, "status", "completed"));
  }

  JsonObject list(Call call) {
    String run = call.first("run_id", "");
    Map<String, String> filter =
        run.isEmpty() ? Map.of() : Map.of("run_id", ObjectKind.RUN.checked("run_id", run));
    return store.read(
        session ->
            OBJECTS.shown(
                OBJECTS
                    .in(session, call)
                    .list(Threads.id(session, call), call.listQuery(ObjectKind.MESSAGE), filter)));
  }

  JsonObject get(Call call) {
    return store.read(
        session ->
            OBJECTS.shown(
                OBJECTS
                    .in(session, call)
                    .get(Threads.id(session, call), call.id(ObjectKind.MESSAGE))));
  }

  JsonObject modify(Call call) {
    return store.write(
        session -> {
          ObjectTable messages = OBJECTS.in(session, call);
          StoredObject found = messages.get(Threads.id(session, call), call.id(ObjectKind.MESSAGE));
          return OBJECTS.shown(
              messages.update(found, Fields.changed(found.body(), call.body()), Map.of()));
        });
  }

  JsonObject delete(Call call) {
    long now = clock.instant().getEpochSecond();
    return store.write(
        session -> {
          ObjectTable messages = OBJECTS.in(session, call);
          String id = messages.get(Threads.id(session, call), call.id(ObjectKind.MESSAGE)).id();
          messages.erase(id, now);
          return Fields.deleted(ObjectKind.MESSAGE, id);
        });
  }
}

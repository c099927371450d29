package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.time.Clock;
import java.util.Map;

/** The operations on assistants. */
final class Assistants {

  static final Objects OBJECTS = new Objects(ObjectKind.ASSISTANT, Table.ASSISTANTS);

  private final Store store;
  private final Clock clock;

  Assistants(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  JsonObject create(Call call) {
    ToolResources.check(call.body());
    JsonObject fields = Fields.given(call.body());
    long now = clock.instant().getEpochSecond();
    return store.write(
        session -> OBJECTS.shown(OBJECTS.in(session, call).insert(now, fields, Map.of())));
  }

  JsonObject list(Call call) {
    return store.read(
        session ->
            OBJECTS.shown(OBJECTS.in(session, call).list(call.listQuery(ObjectKind.ASSISTANT))));
  }

  JsonObject get(Call call) {
    return store.read(
        session -> OBJECTS.shown(OBJECTS.in(session, call).get(call.id(ObjectKind.ASSISTANT))));
  }

  JsonObject modify(Call call) {
    ToolResources.check(call.body());
    return store.write(
        session -> {
          ObjectTable assistants = OBJECTS.in(session, call);
          StoredObject found = assistants.get(call.id(ObjectKind.ASSISTANT));
          return OBJECTS.shown(
              assistants.update(found, Fields.changed(found.body(), call.body()), Map.of()));
        });
  }

  JsonObject delete(Call call) {
    long now = clock.instant().getEpochSecond();
    return store.write(
        session -> {
          ObjectTable assistants = OBJECTS.in(session, call);
          String id = assistants.get(call.id(ObjectKind.ASSISTANT)).id();
          assistants.erase(id, now);
          return Fields.deleted(ObjectKind.ASSISTANT, id);
        });
  }
}

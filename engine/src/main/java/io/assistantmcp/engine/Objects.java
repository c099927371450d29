package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.api.Page;
import io.assistantmcp.engine.store.ObjectTable;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;

/** The objects of one kind, as calls reach and see them. */
record Objects(ObjectKind kind, Table table) {

  ObjectTable in(Session session, Call call) {
    return session.of(call.caller().tenant(), table);
  }

  JsonObject shown(StoredObject object) {
    return Fields.shown(kind, object.id(), object.createdAt(), object.body());
  }

  JsonObject shown(Page<StoredObject> page) {
    return Page.answer(page.map(this::shown));
  }
}

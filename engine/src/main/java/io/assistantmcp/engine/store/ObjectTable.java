package io.assistantmcp.engine.store;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.api.ListQuery;
import io.assistantmcp.engine.api.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The objects of one kind that one tenant has. */
public final class ObjectTable {

  private final Handle handle;
  private final Table table;
  private final String tenant;

  ObjectTable(Handle handle, Table table, String tenant) {
    this.handle = handle;
    this.table = table;
    this.tenant = tenant;
  }

  /**
   * Adds an object, which gets an id of its own.
   *
   * @param columns what it is found by besides
   */
  public StoredObject insert(long createdAt, JsonObject body, Map<String, ?> columns) {
    String id = table.kind().newId();
    Map<String, Object> values = new LinkedHashMap<>(columns);
    values.put("id", id);
    values.put("tenant", tenant);
    values.put("created_at", createdAt);
    values.put("body", Json.write(body));
    String names = String.join(", ", values.keySet());
    String binds = ":" + String.join(", :", values.keySet());
    handle
        .createUpdate("insert into %s (%s) values (%s)".formatted(table.sql(), names, binds))
        .bindMap(values)
        .execute();
    return new StoredObject(id, createdAt, body);
  }

  /** An object that hangs on nothing. */
  public StoredObject get(String id) {
    return find("", id).orElseThrow(() -> table.kind().notFound(id));
  }

  /** An object that hangs on another. */
  public StoredObject get(String parent, String id) {
    return find(parent, id).orElseThrow(() -> table.kind().notFound(id));
  }

  private Optional<StoredObject> find(String parent, String id) {
    return handle
        .createQuery(
            "select id, created_at, body from %s where id = :id and %s"
                .formatted(table.sql(), table.scope()))
        .bind("id", id)
        .bindMap(Map.of("tenant", tenant, "parent", parent))
        .map((row, context) -> StoredObject.of(row))
        .findOne();
  }

  /** Gives an object new fields, and new values to find it by. */
  public StoredObject update(StoredObject object, JsonObject body, Map<String, ?> columns) {
    Map<String, Object> values = new LinkedHashMap<>(columns);
    values.put("body", Json.write(body));
    List<String> sets = values.keySet().stream().map(name -> name + " = :" + name).toList();
    handle
        .createUpdate(
            "update %s set %s where id = :id and tenant = :tenant"
                .formatted(table.sql(), String.join(", ", sets)))
        .bindMap(values)
        .bind("id", object.id())
        .bind("tenant", tenant)
        .execute();
    return new StoredObject(object.id(), object.createdAt(), body);
  }

  /** Empties an object and hides it. Its place stays, for those who page through a list by it. */
  public void erase(String id, long now) {
    handle
        .createUpdate(
            "update %s set deleted_at = :now, body = '{}' where id = :id and tenant = :tenant"
                .formatted(table.sql()))
        .bind("now", now)
        .bind("id", id)
        .bind("tenant", tenant)
        .execute();
  }

  /** Removes an object and all that hangs on it. */
  public void remove(String id) {
    handle
        .createUpdate("delete from %s where id = :id and tenant = :tenant".formatted(table.sql()))
        .bind("id", id)
        .bind("tenant", tenant)
        .execute();
  }

  /** A part of the objects that hang on nothing. */
  public Page<StoredObject> list(ListQuery query) {
    return list("", query, Map.of());
  }

  /**
   * A part of the objects that hang on another.
   *
   * @param filter columns and the values to find there
   */
  public Page<StoredObject> list(String parent, ListQuery query, Map<String, String> filter) {
    return new Listing(handle, table, tenant, parent, filter).page(query);
  }
}

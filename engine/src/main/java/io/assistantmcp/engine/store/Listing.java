package io.assistantmcp.engine.store;

import io.assistantmcp.engine.api.ListQuery;
import io.assistantmcp.engine.api.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds a part of a list by the places of its ends, so that it takes as long in any list. */
final class Listing {

  private final Handle handle;
  private final Table table;
  private final Map<String, Object> binds;
  private final List<String> conditions = new ArrayList<>();

  Listing(Handle handle, Table table, String tenant, String parent, Map<String, String> filter) {
    this.handle = handle;
    this.table = table;
    this.binds = new LinkedHashMap<>(filter);
    binds.put("tenant", tenant);
    binds.put("parent", parent);
    conditions.add(table.scope());
    filter.keySet().forEach(column -> conditions.add(column + " = :" + column));
  }

  Page<StoredObject> page(ListQuery query) {
    end(query.after(), query.ascending() ? ">" : "<", "after");
    end(query.before(), query.ascending() ? "<" : ">", "before");
    // Before a cursor, the nearest objects are wanted, which come first the other way round.
    boolean backwards = query.after() == null && query.before() != null;
    List<StoredObject> found =
        new ArrayList<>(rows(query.ascending() != backwards, query.limit() + 1));
    boolean hasMore = found.size() > query.limit();
    if (hasMore) {
      found.remove(query.limit());
    }
    if (backwards) {
      Collections.reverse(found);
    }
    return new Page<>(List.copyOf(found), hasMore);
  }

  private List<StoredObject> rows(boolean ascending, int limit) {
    return handle
        .createQuery(
            "select id, created_at, body from %s where %s order by seq %s limit :limit"
                .formatted(
                    table.sql(), String.join(" and ", conditions), ascending ? "asc" : "desc"))
        .bindMap(binds)
        .bind("limit", limit)
        .map((row, context) -> StoredObject.of(row))
        .list();
  }

  private void end(@Nullable String cursor, String comparison, String name) {
    if (cursor != null) {
      binds.put(name, place(cursor));
      conditions.add("seq %s :%s".formatted(comparison, name));
    }
  }

  /** The place of an object, even of a deleted one: people delete while they page. */
  private long place(String id) {
    return handle
        .createQuery(
            "select seq from %s where id = :id and %s".formatted(table.sql(), table.owned()))
        .bindMap(binds)
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> table.kind().notFound(id));
  }
}

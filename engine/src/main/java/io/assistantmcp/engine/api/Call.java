package io.assistantmcp.engine.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for one operation.
 *
 * @param path the ids in the path, by the names of their variables
 * @param query the query, by names
 * @param body the body, empty if there is none
 */
public record Call(
    String operation,
    Caller caller,
    Map<String, String> path,
    Map<String, List<String>> query,
    JsonObject body) {

  /** An id of the path, which has to look like one of its kind. */
  public String id(ObjectKind kind) {
    String param = kind.param();
    String id = path.get(param);
    if (id == null) {
      throw new IllegalStateException(operation + " has no " + param);
    }
    return kind.checked(param, id);
  }

  /** The part of a list that is asked for; cursors have to look like ids of what is listed. */
  public ListQuery listQuery(ObjectKind kind) {
    return new ListQuery(
        Integer.parseInt(first("limit", "20")),
        first("order", "desc").equals("asc"),
        cursor(kind, "after"),
        cursor(kind, "before"));
  }

  private @Nullable String cursor(ObjectKind kind, String name) {
    String id = first(name, "");
    return id.isEmpty() ? null : kind.checked(name, id);
  }

  /** A value of the query, or else the given one. */
  public String first(String name, String otherwise) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? otherwise : values.get(0);
  }

  /** Whether the body says so. */
  public boolean flag(String name) {
    return body.get(name) instanceof JsonPrimitive value && value.getAsBoolean();
  }

  /** A string that the body has to have, and has. */
  public String text(String name) {
    return body.get(name).getAsString();
  }
}

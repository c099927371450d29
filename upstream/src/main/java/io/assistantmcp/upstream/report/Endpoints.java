package io.assistantmcp.upstream.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.PathOperation;
import io.assistantmcp.openapi.SchemaView;
import io.assistantmcp.upstream.schema.Side;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The operations of a slice by their ids, in one dialect whatever version of OpenAPI it is in.
 *
 * @param side the slice
 * @param byId where each operation stands, with all its parameters
 */
record Endpoints(Side side, Map<String, PathOperation> byId) {

  static Endpoints of(JsonObject slice) {
    JsonObject view = SchemaView.of(slice).getAsJsonObject();
    Map<String, PathOperation> byId = new LinkedHashMap<>();
    for (PathOperation found : PathOperation.in(view)) {
      JsonObject operation = found.operation().deepCopy();
      JsonArray parameters = new JsonArray();
      found.effectiveParameters(view).forEach(parameter -> parameters.add(parameter.object()));
      operation.add("parameters", parameters);
      byId.put(
          found.id(), new PathOperation(found.path(), found.method(), found.item(), operation));
    }
    return new Endpoints(new Side(view), byId);
  }

  /** Its method and path, such as {@code GET /threads}. */
  static String place(PathOperation operation) {
    return operation.method().toUpperCase(Locale.ROOT) + " " + operation.path();
  }

  /**
   * A document in which each operation stands where it stood before, so that what has moved can be
   * compared with what it was.
   */
  JsonObject alignedTo(Endpoints before) {
    JsonObject paths = new JsonObject();
    byId.forEach(
        (id, operation) -> {
          PathOperation place = before.byId.getOrDefault(id, operation);
          boolean taken = !before.byId.containsKey(id) && before.stands(place);
          add(paths, taken ? "/new" + place.path() : place.path(), place.method(), operation);
        });
    JsonObject document = new JsonObject();
    document.addProperty("openapi", "3.0.3");
    for (String key : new String[] {"info", "servers", "security", "components"}) {
      JsonElement value = side.document().get(key);
      if (value != null) {
        document.add(key, value);
      }
    }
    document.add("paths", paths);
    return document;
  }

  private boolean stands(PathOperation place) {
    return byId.values().stream().anyMatch(other -> place(other).equals(place(place)));
  }

  private static void add(JsonObject paths, String path, String method, PathOperation operation) {
    if (!paths.has(path)) {
      paths.add(path, new JsonObject());
    }
    paths.getAsJsonObject(path).add(method, operation.operation());
  }
}

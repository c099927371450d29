package io.assistantmcp.openapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.Set;

/**
 * What a document has beyond the slice, just enough of it to see that it has changed.
 *
 * @param operations how many other operations there are
 * @param schemas how many other schemas
 * @param sha256 of all of it but prose
 */
public record Remainder(int operations, int schemas, String sha256) {

  /** What a document has beyond its slice. */
  public static Remainder of(SpecDocument document, JsonObject slice) {
    JsonObject spec = document.tree();
    new ProseStripper().apply(spec);
    Set<String> taken =
        Set.copyOf(PathOperation.in(slice).stream().map(PathOperation::id).toList());
    int operations = 0;
    for (PathOperation operation : PathOperation.in(spec)) {
      if (taken.contains(operation.id())) {
        operation.item().remove(operation.method());
      } else {
        operations++;
      }
    }
    JsonObject schemas = schemas(spec);
    schemas.keySet().removeAll(Set.copyOf(schemas(slice).keySet()));
    spec.remove("info");
    return new Remainder(operations, schemas.size(), Hash.sha256(spec.toString()));
  }

  private static JsonObject schemas(JsonObject spec) {
    JsonElement components = spec.get("components");
    return components instanceof JsonObject all && all.get("schemas") instanceof JsonObject schemas
        ? schemas
        : new JsonObject();
  }
}

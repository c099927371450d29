package io.assistantmcp.openapi;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operation that the overlay no longer finds, since its path has changed, keeps its sentence.
 */
final class KeptDescriptions {

  private static final String DESCRIPTION = "description";

  private KeptDescriptions() {}

  /**
   * @param before the slice with the sentences
   * @param spec the document whose operations lack some
   */
  static void keep(JsonObject before, JsonObject spec) {
    Map<String, PathOperation> known =
        PathOperation.in(before).stream()
            .collect(Collectors.toMap(PathOperation::id, Function.identity(), (a, b) -> a));
    for (PathOperation operation : PathOperation.in(spec)) {
      PathOperation old = known.get(operation.id());
      if (old != null
          && old.operation().has(DESCRIPTION)
          && !operation.operation().has(DESCRIPTION)) {
        operation.operation().add(DESCRIPTION, old.operation().get(DESCRIPTION));
      }
    }
  }
}

package io.assistantmcp.engine.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API, as the slice tells it.
 *
 * @param id the {@code operationId}
 * @param path the names and variables between the slashes; a variable is in braces
 * @param query what may be asked in the query
 * @param body where the schema of the body is, or null if there is none
 * @param bodyRequired whether there has to be a body
 */
record Operation(
    String id,
    String method,
    List<String> path,
    List<QueryParameter> query,
    @Nullable String body,
    boolean bodyRequired) {

  /** A parameter and where its schema is. */
  record QueryParameter(String name, String type, String schema) {}

  boolean matches(List<String> segments) {
    if (segments.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!isVariable(path.get(i)) && !path.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many of the segments are variables: the fewer, the closer is a match. */
  long variables() {
    return path.stream().filter(Operation::isVariable).count();
  }

  static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }
}

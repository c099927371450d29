package io.assistantmcp.codegen.spec;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;

/**
 * A parameter in the path or the query.
 *
 * @param pointer where it stands
 * @param name its name on the wire
 * @param location where it travels
 * @param required whether a request must have it
 * @param schema its resolved schema, the parameter's description included
 */
public record Parameter(
    JsonPointer pointer, String name, Location location, boolean required, JsonObject schema) {

  /** Where a parameter travels. */
  public enum Location {
    PATH,
    QUERY
  }
}

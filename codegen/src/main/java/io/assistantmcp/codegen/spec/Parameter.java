package io.assistantmcp.codegen.spec;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.tool.ListStyle;
import java.util.Optional;

/**
 * A parameter of an operation.
 *
 * @param pointer where it stands
 * @param name its name on the wire
 * @param argument the name that tools give it
 * @param location where it travels
 * @param style how a list or an object in the query is written; nothing if the client writes it
 * @param required whether a request must have it
 * @param schema its resolved schema, the parameter's description included
 */
public record Parameter(
    JsonPointer pointer,
    String name,
    String argument,
    Location location,
    Optional<ListStyle> style,
    boolean required,
    JsonObject schema) {

  /** Where a parameter travels. */
  public enum Location {
    PATH,
    QUERY,
    HEADER,
    COOKIE
  }
}

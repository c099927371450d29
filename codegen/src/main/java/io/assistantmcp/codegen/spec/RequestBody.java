package io.assistantmcp.codegen.spec;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;

/**
 * A request body.
 *
 * @param pointer where its schema stands
 * @param required whether a request must have one
 * @param encoding how it is written
 * @param schema its resolved schema
 */
public record RequestBody(
    JsonPointer pointer, boolean required, Encoding encoding, JsonObject schema) {

  /** How a body is written. */
  public enum Encoding {
    JSON("application/json"),
    FORM("application/x-www-form-urlencoded"),
    MULTIPART("multipart/form-data");

    private final String mediaType;

    Encoding(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }
}

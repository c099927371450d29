package io.assistantmcp.codegen.spec;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;

/**
 * A JSON request body.
 *
 * @param pointer where its schema stands
 * @param required whether a request must have one
 * @param schema its resolved schema
 */
public record RequestBody(JsonPointer pointer, boolean required, JsonObject schema) {}

package io.assistantmcp.engine;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Json;

/** The files and vector stores that tools look into. They are at the model's provider. */
final class ToolResources {

  private static final String SHORTCUT = "tool_resources.file_search.vector_stores";

  private ToolResources() {}

  /** Refuses to make vector stores on the way. */
  static void check(JsonObject request) {
    if (Json.at(request, SHORTCUT.split("\\.")) != null) {
      throw ApiException.badRequest(
          ("'%s' is not supported. Create the vector store at the model's provider, and name it in"
                  + " 'tool_resources.file_search.vector_store_ids'.")
              .formatted(SHORTCUT),
          SHORTCUT,
          "unsupported_parameter");
    }
  }
}

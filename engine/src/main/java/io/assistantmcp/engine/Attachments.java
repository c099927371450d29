package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Json;

/** The files that messages bring along. */
final class Attachments {

  private Attachments() {}

  /** Refuses files to be searched: that takes a vector store, which nobody would make. */
  static void check(JsonObject message) {
    if (message.get("attachments") instanceof JsonArray attachments
        && attachments.asList().stream().anyMatch(Attachments::isToBeSearched)) {
      throw ApiException.badRequest(
          "Attachments for 'file_search' are not supported. Put the file into a vector store at the"
              + " model's provider, and name that in the thread's 'tool_resources'.",
          "attachments",
          "unsupported_parameter");
    }
  }

  private static boolean isToBeSearched(JsonElement attachment) {
    return attachment.getAsJsonObject().get("tools") instanceof JsonArray tools
        && tools.asList().stream()
            .anyMatch(tool -> "file_search".equals(Json.string(tool.getAsJsonObject(), "type")));
  }
}

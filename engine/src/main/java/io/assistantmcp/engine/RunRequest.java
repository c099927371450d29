package io.assistantmcp.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Fields;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.model.Capabilities;
import java.util.ArrayList;
import java.util.List;

/** What a request for a run makes of its assistant: the run keeps all of it, whatever comes. */
final class RunRequest {

  private static final List<String> INHERITED =
      List.of(
          "model",
          "instructions",
          "tools",
          "tool_resources",
          "temperature",
          "top_p",
          "response_format",
          "reasoning_effort");
  private static final List<String> NO_FIELDS =
      List.of("thread", "stream", "additional_instructions", "additional_messages");

  private RunRequest() {}

  /** Refuses what is not there yet, rather than to answer something else. */
  static void refuseStream(Call call) {
    if (call.flag("stream")) {
      throw ApiException.badRequest(
          "Streaming is not supported here. Leave out 'stream' and poll the run until it ends.",
          "stream",
          "unsupported_parameter");
    }
  }

  /** The fields of a run of an assistant. */
  static JsonObject fields(JsonObject assistant, JsonObject request) {
    JsonObject fields = new JsonObject();
    INHERITED.forEach(
        name -> {
          if (assistant.has(name)) {
            fields.add(name, assistant.get(name).deepCopy());
          }
        });
    Fields.given(request).asMap().forEach(fields::add);
    String additional = Json.string(fields, "additional_instructions");
    if (additional != null) {
      String own = Json.string(fields, "instructions");
      fields.addProperty("instructions", own == null ? additional : own + "\n" + additional);
    }
    NO_FIELDS.forEach(fields::remove);
    return fields;
  }

  /** Refuses tools that the model's provider does not have. */
  static void checkTools(JsonObject fields, Capabilities capabilities) {
    List<JsonObject> tools = new ArrayList<>();
    if (fields.get("tools") instanceof JsonArray given) {
      for (JsonElement tool : given) {
        tools.add(tool.getAsJsonObject());
      }
    }
    capabilities
        .complaint(tools)
        .ifPresent(
            complaint -> {
              throw ApiException.badRequest(complaint, "tools", "unsupported_tool");
            });
  }
}

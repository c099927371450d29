package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.http.Fields;

/** The body of {@code POST /responses}. */
final class ResponsesRequest {

  private static final int LEAST_OUTPUT_TOKENS = 16;

  private ResponsesRequest() {}

  /**
   * @param keepReasoning whether to ask for reasoning in the form that can be sent back
   */
  static JsonObject of(ModelRequest request, Offer offer, boolean openAi, boolean keepReasoning) {
    JsonObject body = new JsonObject();
    body.addProperty("model", request.model());
    body.addProperty("store", false);
    conversation(body, request, openAi);
    tools(body, request, offer);
    generation(body, request.generation());
    JsonArray include = new JsonArray();
    if (offer.has("file_search")) {
      include.add("file_search_call.results");
    }
    if (offer.has("code_interpreter")) {
      include.add("code_interpreter_call.outputs");
    }
    if (keepReasoning) {
      include.add("reasoning.encrypted_content");
    }
    if (!include.isEmpty()) {
      body.add("include", include);
    }
    return body;
  }

  private static void conversation(JsonObject body, ModelRequest request, boolean openAi) {
    JsonArray input = ResponsesInput.of(request.input(), openAi);
    if (input.isEmpty()) {
      // There must be some input; on an empty thread the instructions are all there is.
      input.add(ResponsesInput.message("developer", request.instructions()));
    } else if (!request.instructions().isEmpty()) {
      body.addProperty("instructions", request.instructions());
    }
    body.add("input", input);
  }

  private static void tools(JsonObject body, ModelRequest request, Offer offer) {
    if (!offer.tools().isEmpty()) {
      body.add("tools", ResponsesTools.tools(offer, request.tools()));
    }
    if (offer.choice() != null) {
      body.add("tool_choice", ResponsesTools.choice(offer.choice()));
    }
    if (offer.parallel() != null) {
      body.addProperty("parallel_tool_calls", offer.parallel());
    }
  }

  private static void generation(JsonObject body, Generation generation) {
    if (generation.temperature() != null) {
      body.addProperty("temperature", generation.temperature());
    }
    if (generation.topP() != null) {
      body.addProperty("top_p", generation.topP());
    }
    if (generation.reasoningEffort() != null) {
      JsonObject reasoning = new JsonObject();
      reasoning.addProperty("effort", generation.reasoningEffort());
      body.add("reasoning", reasoning);
    }
    if (generation.responseFormat() instanceof JsonObject format) {
      JsonObject text = new JsonObject();
      text.add("format", format(format));
      body.add("text", text);
    }
    if (generation.maxOutputTokens() != null) {
      int limit = Math.max(LEAST_OUTPUT_TOKENS, generation.maxOutputTokens());
      body.addProperty("max_output_tokens", limit);
    }
  }

  /** What assistants nest below {@code json_schema} lies beside the type here. */
  private static JsonObject format(JsonObject format) {
    JsonObject schema = Fields.object(format, "json_schema");
    if (schema == null) {
      return format;
    }
    JsonObject flat = RawItems.of("json_schema");
    for (var entry : schema.entrySet()) {
      JsonElement value = entry.getValue();
      if (!value.isJsonNull()) {
        flat.add(entry.getKey(), value);
      }
    }
    return flat;
  }
}

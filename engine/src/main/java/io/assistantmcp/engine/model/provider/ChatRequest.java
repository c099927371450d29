package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ChatDialect;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.http.Fields;
import java.util.Locale;

/** The body of {@code POST /chat/completions}. */
final class ChatRequest {

  private ChatRequest() {}

  static JsonObject of(ModelRequest request, Offer offer, ChatDialect dialect) {
    JsonObject body = new JsonObject();
    body.addProperty("model", request.model());
    String role = lower(dialect.instructionsRole());
    body.add("messages", ChatMessages.of(request.instructions(), role, request.input()));
    if (!offer.tools().isEmpty()) {
      body.add("tools", tools(offer));
    }
    if (offer.choice() != null) {
      body.add("tool_choice", offer.choice());
    }
    if (offer.parallel() != null) {
      body.addProperty("parallel_tool_calls", offer.parallel());
    }
    generation(body, request.generation(), lower(dialect.limitField()));
    return body;
  }

  private static JsonArray tools(Offer offer) {
    JsonArray tools = new JsonArray();
    for (JsonObject tool : offer.tools()) {
      JsonObject copy = tool.deepCopy();
      JsonObject function = Fields.object(copy, "function");
      if (function != null) {
        function.add("parameters", ResponsesTools.parameters(function));
      }
      tools.add(copy);
    }
    return tools;
  }

  private static void generation(JsonObject body, Generation generation, String limitField) {
    if (generation.responseFormat() instanceof JsonObject format) {
      body.add("response_format", format);
    }
    if (generation.temperature() != null) {
      body.addProperty("temperature", generation.temperature());
    }
    if (generation.topP() != null) {
      body.addProperty("top_p", generation.topP());
    }
    if (generation.reasoningEffort() != null) {
      body.addProperty("reasoning_effort", generation.reasoningEffort());
    }
    if (generation.maxOutputTokens() != null) {
      body.addProperty(limitField, generation.maxOutputTokens());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

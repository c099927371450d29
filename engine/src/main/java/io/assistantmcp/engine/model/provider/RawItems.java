package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.http.Fields;
import java.util.stream.Collectors;

/**
 * The items that are kept to show a model what it did before: those of the Responses API, plus what
 * only servers of Chat Completions put out and want to see again.
 */
final class RawItems {

  static final String MESSAGE = "message";
  static final String FUNCTION_CALL = "function_call";
  static final String REASONING = "reasoning";

  /** The type of an item of ours: fields of a chat message that no other item has room for. */
  static final String CHAT_FIELDS = "chat_fields";

  /** A field of ours in a function call: fields of a chat message's tool call without room. */
  static final String CHAT_CALL = "chat_call";

  private RawItems() {}

  static String type(JsonObject raw) {
    return Fields.text(raw, "type");
  }

  static JsonObject of(String type) {
    JsonObject raw = new JsonObject();
    raw.addProperty("type", type);
    return raw;
  }

  static JsonObject message(String type, String field, String text) {
    JsonObject part = of(type);
    part.addProperty(field, text);
    JsonArray content = new JsonArray();
    content.add(part);
    JsonObject message = of(MESSAGE);
    message.addProperty("role", "assistant");
    message.add("content", content);
    return message;
  }

  static JsonObject functionCall(String id, String name, String arguments) {
    JsonObject call = of(FUNCTION_CALL);
    call.addProperty("call_id", id);
    call.addProperty("name", name);
    call.addProperty("arguments", arguments);
    return call;
  }

  /** All that a message says, refusals too. */
  static String words(JsonObject message) {
    return Fields.objects(message, "content").stream()
        .map(part -> Fields.text(part, "text") + Fields.text(part, "refusal"))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}

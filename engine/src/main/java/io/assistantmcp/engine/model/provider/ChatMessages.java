package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.http.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as messages of Chat Completions. What the model put out piece by piece becomes one
 * message again, with its text and its calls.
 */
final class ChatMessages {

  private final JsonArray messages = new JsonArray();
  private final Map<String, String> originals;

  // The message that the model's own items are gathered in, until something else comes.
  private @Nullable JsonObject own;

  private ChatMessages(Map<String, String> originals) {
    this.originals = originals;
  }

  static JsonArray of(String instructions, String instructionsRole, List<InputItem> input) {
    ChatMessages writer = new ChatMessages(CallIds.originals(input));
    if (!instructions.isEmpty()) {
      writer.add(message(instructionsRole, instructions));
    }
    input.forEach(writer::item);
    return writer.messages;
  }

  private void item(InputItem item) {
    if (item instanceof InputItem.Replay replay) {
      replay(replay.raw());
    } else if (item instanceof InputItem.FunctionOutput output) {
      JsonObject message = message("tool", output.output());
      String id = originals.getOrDefault(output.callId(), output.callId());
      message.addProperty("tool_call_id", id);
      add(message);
    } else if (item instanceof InputItem.Message message) {
      add(
          message.role() == InputItem.Role.USER
              ? user(message.parts())
              : message("assistant", Words.of(message.parts())));
    }
  }

  private void add(JsonObject message) {
    messages.add(message);
    own = null;
  }

  private JsonObject own() {
    JsonObject message = own;
    if (message == null) {
      message = new JsonObject();
      message.addProperty("role", "assistant");
      // Templates of some servers read the field without asking whether it is there.
      message.add("content", JsonNull.INSTANCE);
      messages.add(message);
      own = message;
    }
    return message;
  }

  private void replay(JsonObject raw) {
    switch (RawItems.type(raw)) {
      case RawItems.MESSAGE -> say(RawItems.words(raw));
      case RawItems.FUNCTION_CALL -> call(raw);
      case RawItems.CHAT_FIELDS ->
          raw.entrySet().stream()
              .filter(field -> !field.getKey().equals("type"))
              .forEach(field -> own().add(field.getKey(), field.getValue()));
      default -> {
        // Reasoning and hosted tools of another API have no place here.
      }
    }
  }

  private void say(String words) {
    if (!words.isEmpty()) {
      String before = Fields.text(own(), "content");
      own().addProperty("content", before.isEmpty() ? words : before + "\n" + words);
    }
  }

  private void call(JsonObject raw) {
    JsonObject message = own();
    if (!message.has("tool_calls")) {
      message.add("tool_calls", new JsonArray());
    }
    message.getAsJsonArray("tool_calls").add(toolCall(raw));
  }

  private static JsonObject toolCall(JsonObject raw) {
    JsonObject rest = Fields.object(raw, RawItems.CHAT_CALL);
    JsonObject call = rest == null ? new JsonObject() : rest.deepCopy();
    call.addProperty("id", Fields.text(raw, "call_id"));
    call.addProperty("type", "function");
    JsonObject function = new JsonObject();
    function.addProperty("name", Fields.text(raw, "name"));
    function.addProperty("arguments", Fields.text(raw, "arguments"));
    call.add("function", function);
    return call;
  }

  private static JsonObject user(List<Part> parts) {
    if (parts.stream().allMatch(Part.Text.class::isInstance)) {
      // Not every server takes a list, and for text none needs it.
      return message("user", Words.of(parts));
    }
    JsonArray content = new JsonArray();
    parts.forEach(part -> content.add(part(part)));
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.add("content", content);
    return message;
  }

  private static JsonObject part(Part part) {
    if (!(part instanceof Part.ImageUrl image)) {
      JsonObject text = RawItems.of("text");
      text.addProperty("text", Words.of(List.of(part)));
      return text;
    }
    JsonObject url = new JsonObject();
    url.addProperty("url", image.url());
    url.addProperty("detail", Objects.requireNonNullElse(image.detail(), "auto"));
    JsonObject content = RawItems.of("image_url");
    content.add("image_url", url);
    return content;
  }

  private static JsonObject message(String role, String content) {
    JsonObject message = new JsonObject();
    message.addProperty("role", role);
    message.addProperty("content", content);
    return message;
  }
}

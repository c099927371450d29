package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.http.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as input of the Responses API. Nothing in it refers to what the provider might
 * have stored, since it stores nothing: a reference would be refused as not found.
 */
final class ResponsesInput {

  private final boolean openAi;
  private final Map<String, String> originals;

  private ResponsesInput(boolean openAi, Map<String, String> originals) {
    this.openAi = openAi;
    this.originals = originals;
  }

  static JsonArray of(List<InputItem> items, boolean openAi) {
    ResponsesInput writer = new ResponsesInput(openAi, CallIds.originals(items));
    JsonArray input = new JsonArray();
    items.forEach(item -> writer.item(item).ifPresent(input::add));
    return input;
  }

  static JsonObject message(String role, String text) {
    JsonObject message = RawItems.of(RawItems.MESSAGE);
    message.addProperty("role", role);
    message.addProperty("content", text);
    return message;
  }

  private Optional<JsonObject> item(InputItem item) {
    if (item instanceof InputItem.Message message) {
      return Optional.of(
          message.role() == InputItem.Role.USER
              ? user(message.parts())
              // A plain text is the one form that needs no id of a stored message.
              : message("assistant", Words.of(message.parts())));
    }
    return item instanceof InputItem.FunctionOutput output
        ? Optional.of(output(output))
        : replay(((InputItem.Replay) item).raw());
  }

  private static JsonObject user(List<Part> parts) {
    JsonArray content = new JsonArray();
    parts.forEach(part -> content.add(part(part)));
    JsonObject message = RawItems.of(RawItems.MESSAGE);
    message.addProperty("role", "user");
    message.add("content", content);
    return message;
  }

  private static JsonObject part(Part part) {
    if (part instanceof Part.Text text) {
      JsonObject content = RawItems.of("input_text");
      content.addProperty("text", text.text());
      return content;
    }
    return part instanceof Part.ImageUrl image
        ? image("image_url", image.url(), image.detail())
        : image("file_id", ((Part.ImageFile) part).fileId(), ((Part.ImageFile) part).detail());
  }

  private static JsonObject image(String field, String value, @Nullable String detail) {
    JsonObject content = RawItems.of("input_image");
    content.addProperty(field, value);
    content.addProperty("detail", Objects.requireNonNullElse(detail, "auto"));
    return content;
  }

  private JsonObject output(InputItem.FunctionOutput output) {
    JsonObject item = RawItems.of("function_call_output");
    item.addProperty("call_id", originals.getOrDefault(output.callId(), output.callId()));
    item.addProperty("output", output.output());
    return item;
  }

  private Optional<JsonObject> replay(JsonObject raw) {
    return switch (RawItems.type(raw)) {
      case RawItems.MESSAGE -> said(raw);
      case RawItems.REASONING -> reasoning(raw);
      case RawItems.CHAT_FIELDS -> Optional.empty();
      default -> Optional.of(call(raw));
    };
  }

  private static Optional<JsonObject> said(JsonObject raw) {
    String words = RawItems.words(raw);
    JsonObject message = message("assistant", words);
    if (raw.has("phase")) {
      message.add("phase", raw.get("phase"));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(message);
  }

  private Optional<JsonObject> reasoning(JsonObject raw) {
    JsonObject item = RawItems.of(RawItems.REASONING);
    item.add("summary", raw.get("summary") instanceof JsonArray given ? given : new JsonArray());
    if (!Fields.text(raw, "encrypted_content").isEmpty()) {
      item.add("encrypted_content", raw.get("encrypted_content"));
      return Optional.of(item);
    }
    // OpenAI takes no reasoning back in the clear; others give it no other way.
    if (openAi || Fields.objects(raw, "content").isEmpty()) {
      return Optional.empty();
    }
    item.add("content", raw.get("content"));
    return Optional.of(item);
  }

  private static JsonObject call(JsonObject raw) {
    JsonObject call = raw.deepCopy();
    if (RawItems.type(raw).equals(RawItems.FUNCTION_CALL)) {
      call.remove("id");
      call.remove(RawItems.CHAT_CALL);
    }
    return call;
  }
}

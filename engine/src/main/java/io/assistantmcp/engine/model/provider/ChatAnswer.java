package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.Usage;
import io.assistantmcp.engine.model.http.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the answer to {@code POST /chat/completions}. */
final class ChatAnswer {

  // What some servers demand to see again with the calls of the same message.
  private static final List<String> KEPT_FIELDS = List.of("reasoning_content", "reasoning_details");

  private static final List<String> TOOL_CALL_FIELDS = List.of("id", "type", "function");

  private ChatAnswer() {}

  /**
   * @param place the provider, as messages name it
   */
  static ModelAnswer read(JsonObject response, String place) {
    List<JsonObject> choices = Fields.objects(response, "choices");
    JsonObject message = choices.isEmpty() ? null : Fields.object(choices.get(0), "message");
    if (message == null) {
      return new ModelAnswer.Failed(
          ModelAnswer.Kind.SERVER_ERROR, place + " gave an answer without a message.");
    }
    List<OutputItem> items = items(message, Fields.text(response, "id"));
    return switch (Fields.text(choices.get(0), "finish_reason")) {
      case "length" -> new ModelAnswer.Incomplete(Reason.MAX_OUTPUT_TOKENS, items, usage(response));
      case "content_filter" ->
          new ModelAnswer.Incomplete(Reason.CONTENT_FILTER, items, usage(response));
      default -> new ModelAnswer.Completed(items, usage(response));
    };
  }

  private static Usage usage(JsonObject response) {
    JsonObject usage = Fields.object(response, "usage");
    return usage == null
        ? Usage.NONE
        : new Usage(Fields.count(usage, "prompt_tokens"), Fields.count(usage, "completion_tokens"));
  }

  private static List<OutputItem> items(JsonObject message, String answerId) {
    List<OutputItem> items = new ArrayList<>();
    kept(message, items);
    said(text(message), "output_text", "text", items);
    said(Fields.text(message, "refusal"), "refusal", "refusal", items);
    Set<String> ids = new HashSet<>(Set.of(""));
    for (JsonObject call : Fields.objects(message, "tool_calls")) {
      String id = Fields.text(call, "id");
      // No two calls of an answer may share an id, and some servers give none.
      String own = ids.add(id) ? id : CallIds.made(answerId + items.size() + call);
      items.add(functionCall(call, own));
    }
    return items;
  }

  private static void kept(JsonObject message, List<OutputItem> items) {
    JsonObject raw = RawItems.of(RawItems.CHAT_FIELDS);
    for (String name : KEPT_FIELDS) {
      if (message.has(name) && !message.get(name).isJsonNull()) {
        raw.add(name, message.get(name));
      }
    }
    if (raw.size() > 1) {
      items.add(new OutputItem.Other(raw));
    }
  }

  /** A message's text, which some servers give in parts. */
  private static String text(JsonObject message) {
    return Fields.text(message, "content")
        + Fields.objects(message, "content").stream()
            .map(part -> Fields.text(part, "text"))
            .collect(Collectors.joining());
  }

  private static void said(String words, String type, String field, List<OutputItem> items) {
    if (!words.isEmpty()) {
      ContentPart part =
          type.equals("refusal")
              ? new ContentPart.Refusal(words)
              : new ContentPart.Text(words, List.of());
      items.add(new OutputItem.Message(List.of(part), RawItems.message(type, field, words)));
    }
  }

  private static OutputItem functionCall(JsonObject call, String id) {
    JsonObject function = Fields.object(call, "function");
    String name = function == null ? "" : Fields.text(function, "name");
    String arguments = function == null ? "" : arguments(function);
    JsonObject raw = RawItems.functionCall(id, name, arguments);
    JsonObject rest = call.deepCopy();
    TOOL_CALL_FIELDS.forEach(rest::remove);
    if (rest.size() > 0) {
      raw.add(RawItems.CHAT_CALL, rest);
    }
    return new OutputItem.FunctionCall(CallIds.shown(id), name, arguments, raw);
  }

  /** Arguments are a text that holds JSON, though some servers give the JSON itself. */
  private static String arguments(JsonObject function) {
    JsonObject given = Fields.object(function, "arguments");
    return given == null ? Fields.text(function, "arguments") : given.toString();
  }
}

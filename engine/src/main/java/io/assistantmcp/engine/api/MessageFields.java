package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The fields of messages, which are given in another form than they are shown in. */
public final class MessageFields {

  private MessageFields() {}

  /** The fields of a message that somebody adds to a thread. */
  public static JsonObject of(String threadId, JsonObject request) {
    JsonObject fields = Fields.given(request);
    fields.addProperty("thread_id", threadId);
    fields.add("content", content(request.get("content")));
    return fields;
  }

  private static JsonArray content(JsonElement given) {
    JsonArray content = new JsonArray();
    if (given.isJsonArray()) {
      given.getAsJsonArray().forEach(part -> content.add(part(part.getAsJsonObject())));
    } else {
      content.add(text(given.getAsString(), new JsonArray()));
    }
    return content;
  }

  private static JsonObject part(JsonObject given) {
    String type = given.get("type").getAsString();
    if (type.equals("text")) {
      return text(given.get("text").getAsString(), new JsonArray());
    }
    JsonObject image = given.getAsJsonObject(type).deepCopy();
    if (!image.has("detail")) {
      image.addProperty("detail", "auto");
    }
    JsonObject part = new JsonObject();
    part.addProperty("type", type);
    part.add(type, image);
    return part;
  }

  /** A part of a message's content. */
  public static JsonObject text(String value, JsonArray annotations) {
    JsonObject text = new JsonObject();
    text.addProperty("value", value);
    text.add("annotations", annotations);
    JsonObject part = new JsonObject();
    part.addProperty("type", "text");
    part.add("text", text);
    return part;
  }
}

package io.assistantmcp.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.api.ListQuery;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.InputItem.Role;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.StoredObject;
import io.assistantmcp.engine.store.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The messages of a thread that a run shows its model, oldest first. */
final class ThreadMessages {

  // More than any model reads; a thread may hold a million.
  private static final int MOST = 2000;

  private final List<StoredObject> messages;

  private ThreadMessages(List<StoredObject> messages) {
    this.messages = messages;
  }

  static ThreadMessages of(Session session, RunRow run) {
    long last = RunLife.number(run.body(), "truncation_strategy", "last_messages");
    int limit = last == 0 ? MOST : (int) Math.min(last, MOST);
    List<StoredObject> newest =
        new ArrayList<>(
            session
                .of(run.tenant(), Table.MESSAGES)
                .list(run.threadId(), new ListQuery(limit, false, null, null), Map.of())
                .items());
    // What this run wrote so far is replayed as the model put it out.
    newest.removeIf(message -> run.id().equals(Json.string(message.body(), "run_id")));
    Collections.reverse(newest);
    return new ThreadMessages(newest);
  }

  List<InputItem> items() {
    List<InputItem> items = new ArrayList<>();
    for (StoredObject message : messages) {
      Role role =
          "assistant".equals(Json.string(message.body(), "role")) ? Role.ASSISTANT : Role.USER;
      List<Part> parts =
          message.body().getAsJsonArray("content").asList().stream()
              .map(part -> part(part.getAsJsonObject()))
              .toList();
      items.add(new InputItem.Message(role, parts));
    }
    return items;
  }

  /** The files that messages bring along for a tool. */
  List<String> files(String tool) {
    List<String> files = new ArrayList<>();
    for (StoredObject message : messages) {
      if (Json.at(message.body(), "attachments") instanceof JsonArray attachments) {
        attachments.forEach(one -> addFile(one.getAsJsonObject(), tool, files));
      }
    }
    return files;
  }

  private static void addFile(JsonObject attachment, String tool, List<String> files) {
    if (Json.at(attachment, "tools") instanceof JsonArray tools
        && tools.asList().stream()
            .anyMatch(one -> tool.equals(Json.string(one.getAsJsonObject(), "type")))) {
      files.add(attachment.get("file_id").getAsString());
    }
  }

  private static Part part(JsonObject part) {
    String type = part.get("type").getAsString();
    return switch (type) {
      case "text" -> new Part.Text(part.getAsJsonObject("text").get("value").getAsString());
      case "refusal" -> new Part.Text(part.get("refusal").getAsString());
      case "image_url" -> {
        JsonObject image = part.getAsJsonObject(type);
        yield new Part.ImageUrl(image.get("url").getAsString(), Json.string(image, "detail"));
      }
      default -> {
        JsonObject image = part.getAsJsonObject("image_file");
        String file = Objects.requireNonNull(Json.string(image, "file_id"));
        yield new Part.ImageFile(file, Json.string(image, "detail"));
      }
    };
  }
}

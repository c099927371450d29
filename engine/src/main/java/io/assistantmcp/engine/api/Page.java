package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** A part of a list, and whether there is more in the direction that was asked for. */
public record Page<T>(List<T> items, boolean hasMore) {

  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), hasMore);
  }

  /** The answer to a request for a list. */
  public static JsonObject answer(Page<JsonObject> page) {
    List<JsonObject> items = page.items();
    JsonArray data = new JsonArray(items.size());
    items.forEach(data::add);
    JsonObject answer = new JsonObject();
    answer.addProperty("object", "list");
    answer.add("data", data);
    answer.add("first_id", items.isEmpty() ? JsonNull.INSTANCE : id(items.get(0)));
    answer.add("last_id", items.isEmpty() ? JsonNull.INSTANCE : id(items.get(items.size() - 1)));
    answer.addProperty("has_more", page.hasMore());
    return answer;
  }

  private static JsonElement id(JsonObject item) {
    return item.get("id");
  }
}

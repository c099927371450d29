package io.assistantmcp.engine.api;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import org.jspecify.annotations.Nullable;

/** JSON as the API reads and writes it. */
public final class Json {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .serializeNulls()
          .disableHtmlEscaping()
          .create();

  private Json() {}

  public static String write(JsonElement value) {
    return GSON.toJson(value);
  }

  /**
   * @throws JsonParseException if it is not JSON
   */
  public static JsonElement parse(String text) {
    JsonElement value = GSON.fromJson(text, JsonElement.class);
    return value == null ? JsonNull.INSTANCE : value;
  }

  /** A string of an object, or null if there is none. */
  public static @Nullable String string(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
  }

  /** What stands in a place that it is only sometimes in, or null. JSON's null is nothing. */
  public static @Nullable JsonElement at(JsonElement root, String... names) {
    JsonElement value = root;
    for (String name : names) {
      value = value instanceof JsonObject object ? object.get(name) : null;
      if (value == null || value.isJsonNull()) {
        return null;
      }
    }
    return value;
  }
}

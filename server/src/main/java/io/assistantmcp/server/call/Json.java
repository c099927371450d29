package io.assistantmcp.server.call;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON, upstream's without touching a digit: 0.10 stays 0.10; and finds its way in trees. */
final class Json {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .create();

  private Json() {}

  /** Whether a text is JSON, however deep. */
  static boolean valid(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(Integer.MAX_VALUE);
      reader.skipValue();
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException e) {
      return false;
    }
  }

  /** The object that a text holds, or null if it holds anything else. */
  static @Nullable Map<?, ?> object(String text) {
    try {
      return GSON.fromJson(text, Object.class) instanceof Map<?, ?> object ? object : null;
    } catch (JsonParseException e) {
      return null;
    }
  }

  /** A member of an object or an element of an array; null as JSON has it if there is none. */
  static JsonElement child(JsonElement node, String name) {
    if (node instanceof JsonArray array) {
      return array.get(Integer.parseInt(name));
    }
    return node instanceof JsonObject object
        ? Objects.requireNonNullElse(object.get(name), JsonNull.INSTANCE)
        : JsonNull.INSTANCE;
  }

  /** The elements of an array, the one value that stands for such an array, or nothing for null. */
  static List<JsonElement> elements(JsonElement node) {
    if (node instanceof JsonArray array) {
      return array.asList();
    }
    return node.isJsonNull() ? List.of() : List.of(node);
  }

  /** The names of an object's members. */
  static Set<String> names(JsonElement node) {
    return node instanceof JsonObject object ? object.keySet() : Set.of();
  }
}

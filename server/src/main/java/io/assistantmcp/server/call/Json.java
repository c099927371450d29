package io.assistantmcp.server.call;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads upstream JSON into plain values without touching a digit: 0.10 stays 0.10. */
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
}

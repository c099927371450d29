package io.assistantmcp.server.call;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
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

  /** The object that a text holds, or null if it holds anything else. */
  static @Nullable Map<?, ?> object(String text) {
    try {
      return GSON.fromJson(text, Object.class) instanceof Map<?, ?> object ? object : null;
    } catch (JsonParseException e) {
      return null;
    }
  }
}

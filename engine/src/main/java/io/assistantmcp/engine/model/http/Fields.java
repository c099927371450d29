package io.assistantmcp.engine.model.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields of JSON that somebody else wrote: what is of another kind than expected is taken to be
 * absent, so that no answer can make a reader fail.
 */
public final class Fields {

  private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private Fields() {}

  /** The object that a text holds, or null if it holds anything else. */
  public static @Nullable JsonObject read(String text) {
    try {
      return STRICT.fromJson(text, JsonElement.class) instanceof JsonObject object ? object : null;
    } catch (JsonParseException e) {
      return null;
    }
  }

  /** The text of a field, empty if there is none. */
  public static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  /** The whole number in a field, not below 0, which it also is if there is none. */
  public static long count(JsonObject object, String name) {
    return (long) Math.max(0, number(object, name).doubleValue());
  }

  /** The number in a field, 0 if there is none. */
  public static Number number(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value && value.isNumber()
        ? value.getAsNumber()
        : 0;
  }

  /** The object in a field, or null. */
  public static @Nullable JsonObject object(JsonObject object, String name) {
    return object.get(name) instanceof JsonObject value ? value : null;
  }

  /** The objects in a field that is a list, without whatever else is in there. */
  public static List<JsonObject> objects(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray values ? objects(values) : List.of();
  }

  private static List<JsonObject> objects(Iterable<JsonElement> values) {
    return StreamSupport.stream(values.spliterator(), false)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }
}

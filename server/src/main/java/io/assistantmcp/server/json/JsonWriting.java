package io.assistantmcp.server.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain values, and the messages among them, as JSON on one line. */
final class JsonWriting {

  private JsonWriting() {}

  /**
   * The JSON of a value.
   *
   * @throws IllegalArgumentException if it holds something that has no JSON
   */
  static String write(@Nullable Object value) throws IOException {
    StringWriter text = new StringWriter();
    write(value, new JsonWriter(text));
    return text.toString();
  }

  private static void write(@Nullable Object value, JsonWriter writer) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof String text) {
      writer.value(text);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Map<?, ?> object) {
      writeObject(object, writer);
    } else if (value instanceof Collection<?> array) {
      writeArray(array, writer);
    } else {
      write(MessageWriter.plain(value), writer);
    }
  }

  private static void writeObject(Map<?, ?> object, JsonWriter writer) throws IOException {
    writer.beginObject();
    for (Map.Entry<?, ?> field : object.entrySet()) {
      writer.name(String.valueOf(field.getKey()));
      write(field.getValue(), writer);
    }
    writer.endObject();
  }

  private static void writeArray(Collection<?> array, JsonWriter writer) throws IOException {
    writer.beginArray();
    for (Object item : array) {
      write(item, writer);
    }
    writer.endArray();
  }
}

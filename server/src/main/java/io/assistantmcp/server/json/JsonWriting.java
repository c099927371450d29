package io.assistantmcp.server.json;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes plain values, and the messages among them, as JSON on one line. */
final class JsonWriting {

  private JsonWriting() {}

  /**
   * The JSON of a value in UTF-8. It may be large, so it is built in pieces, not in a block that
   * has to be copied whenever it grows.
   *
   * @throws IllegalArgumentException if it holds something that has no JSON
   */
  static byte[] write(@Nullable Object value) throws IOException {
    Buffer buffer = new Buffer();
    Writer encoder = new OutputStreamWriter(buffer.outputStream(), StandardCharsets.UTF_8);
    try (Writer writer = new BufferedWriter(encoder)) {
      write(value, new JsonWriter(writer));
    }
    return buffer.readByteArray();
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
    } else if (value instanceof JsonText json) {
      json.writeTo(writer);
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

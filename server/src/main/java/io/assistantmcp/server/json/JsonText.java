package io.assistantmcp.server.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.Optional;

/**
 * A JSON object that stays text, and is copied into the message that holds it: as plain values it
 * could take thirty times the memory.
 */
public final class JsonText {

  private final String text;

  private JsonText(String text) {
    this.text = text;
  }

  /** The object that a text holds, or nothing if it holds anything else or is too deep. */
  public static Optional<JsonText> object(String text) {
    JsonText json = new JsonText(text);
    try {
      if (json.reader().peek() == JsonToken.BEGIN_OBJECT) {
        json.copyTo(new JsonWriter(Writer.nullWriter()));
        return Optional.of(json);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void writeTo(JsonWriter writer) throws IOException {
    if (isBareLine()) {
      writer.jsonValue(text);
    } else {
      copyTo(writer);
    }
  }

  /** Whether it can be part of a line as it is, by whatever a reader takes for the end of one. */
  private boolean isBareLine() {
    return text.startsWith("{")
        && text.indexOf('\n') < 0
        && text.indexOf('\r') < 0
        && text.indexOf('\u2028') < 0
        && text.indexOf('\u2029') < 0;
  }

  /** Token by token, and so on one line. */
  private void copyTo(JsonWriter writer) throws IOException {
    JsonReader reader = reader();
    for (JsonToken next = reader.peek(); next != JsonToken.END_DOCUMENT; next = reader.peek()) {
      copy(next, reader, writer);
    }
  }

  private JsonReader reader() {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    return reader;
  }

  private static void copy(JsonToken token, JsonReader reader, JsonWriter writer)
      throws IOException {
    switch (token) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        writer.beginObject();
      }
      case END_OBJECT -> {
        reader.endObject();
        writer.endObject();
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        writer.beginArray();
      }
      case END_ARRAY -> {
        reader.endArray();
        writer.endArray();
      }
      case NAME -> writer.name(reader.nextName());
      case STRING -> writer.value(reader.nextString());
      case NUMBER -> writer.jsonValue(reader.nextString()); // 0.10 stays 0.10
      case BOOLEAN -> writer.value(reader.nextBoolean());
      default -> {
        reader.nextNull();
        writer.nullValue();
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }
}

package io.assistantmcp.server.json;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's JSON mapper on Gson, for the messages a tools server reads and writes.
 *
 * <p>Text that is no JSON is an {@link IOException}, JSON of the wrong shape an {@link
 * IllegalArgumentException} that names the wrong field by its JSON pointer.
 */
public final class GsonMcpMapper implements McpJsonMapper {

  @Override
  public <T> T readValue(String content, Class<T> type) throws IOException {
    return convertValue(JsonReading.read(content), type);
  }

  @Override
  public <T> T readValue(byte[] content, Class<T> type) throws IOException {
    return readValue(text(content), type);
  }

  @Override
  public <T> T readValue(String content, TypeRef<T> type) throws IOException {
    return convertValue(JsonReading.read(content), type);
  }

  @Override
  public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
    return readValue(text(content), type);
  }

  @Override
  public <T> T convertValue(@Nullable Object value, Class<T> type) {
    return MessageReader.read(value, type);
  }

  @Override
  @SuppressWarnings("unchecked") // the class is the raw one of T
  public <T> T convertValue(@Nullable Object value, TypeRef<T> type) {
    return (T) convertValue(value, rawClass(type.getType()));
  }

  @Override
  public String writeValueAsString(@Nullable Object value) throws IOException {
    return new String(writeValueAsBytes(value), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] writeValueAsBytes(@Nullable Object value) throws IOException {
    return JsonWriting.write(value);
  }

  private static String text(byte[] utf8) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  private static Class<?> rawClass(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    if (raw instanceof Class<?> known) {
      return known;
    }
    throw new IllegalArgumentException("Cannot read JSON as " + type);
  }
}

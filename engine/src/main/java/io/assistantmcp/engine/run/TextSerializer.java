package io.assistantmcp.engine.run;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps the data of jobs as text: what comes from a file is never made into Java objects. */
final class TextSerializer implements Serializer {

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
    return data == null ? null : type.cast(new String(data, StandardCharsets.UTF_8));
  }
}

package io.assistantmcp.server.call;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The error object in an answer. A part that is absent is empty.
 *
 * @param type the class of the error
 * @param code its code, for programs
 * @param param the argument it is about
 * @param message its words, for people
 */
record UpstreamError(String type, String code, String param, String message) {

  // Enough for any real message, and no flood of markup from a proxy's error page.
  private static final int LONGEST = 2000;

  // No error is larger; and read, a text can take thirty times its memory.
  private static final int LONGEST_READ = 1 << 20;

  /** Finds the error in a body: OpenAI's form, its usual variants, or at worst the plain text. */
  static UpstreamError read(String body) {
    Map<?, ?> object = body.length() <= LONGEST_READ ? Json.object(body) : null;
    if (object == null) {
      return new UpstreamError("", "", "", Excerpt.of(body, LONGEST));
    }
    Object error = Objects.requireNonNullElse(object.get("error"), object);
    if (error instanceof Map<?, ?> parts) {
      String message = string(parts.get("message"));
      return new UpstreamError(
          string(parts.get("type")),
          string(parts.get("code")),
          string(parts.get("param")),
          message.isEmpty() ? Excerpt.of(body, LONGEST) : message);
    }
    return new UpstreamError("", "", "", string(error));
  }

  private static String string(@Nullable Object value) {
    return value == null ? "" : Excerpt.of(value.toString(), LONGEST);
  }
}

package io.assistantmcp.engine.model.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error in an answer. A part that is absent is empty.
 *
 * @param code its code, or at least its type, for programs
 * @param message its words, for people
 */
record ErrorBody(String code, String message) {

  private static final Set<String> USED_UP = Set.of("insufficient_quota", "billing_not_active");
  private static final Set<String> LIMITS = Set.of("rate_limit_exceeded", "429", "402");
  private static final Pattern PROMPT =
      Pattern.compile("invalid_prompt|bio_policy|content_filter|content_policy.*|.*image.*");
  private static final Pattern TOO_LONG =
      Pattern.compile(
          "(?i)context_length_exceeded|exceed_context_size|context (length|window|size)"
              + "|prompt is too long");

  /** Finds the error in a body: OpenAI's form, its usual variants, or at worst the plain text. */
  static ErrorBody read(String body) {
    JsonObject object = Fields.read(body);
    return object == null ? new ErrorBody("", body) : of(object);
  }

  /** Finds the error in an object that is one, or holds one. */
  static ErrorBody of(JsonObject object) {
    JsonObject error = Fields.object(object, "error");
    JsonObject parts = error == null ? object : error;
    String code = Fields.text(parts, "code");
    return new ErrorBody(code.isEmpty() ? Fields.text(parts, "type") : code, message(parts));
  }

  private static String message(JsonObject parts) {
    for (String name : new String[] {"message", "error", "detail"}) {
      JsonElement value = parts.get(name);
      if (value != null && !value.isJsonNull()) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
      }
    }
    return parts.toString();
  }

  /** Whether there is nothing to wait for. */
  boolean isUsedUp() {
    return USED_UP.contains(code);
  }

  /** The kind that its code, or at worst its words, say it is of; null if they say nothing. */
  @Nullable Kind kind() {
    if (TOO_LONG.matcher(code + ' ' + message).find()) {
      return Kind.CONTEXT_LENGTH;
    }
    if (isUsedUp() || LIMITS.contains(code)) {
      return Kind.RATE_LIMIT;
    }
    return PROMPT.matcher(code).matches() ? Kind.INVALID_PROMPT : null;
  }
}

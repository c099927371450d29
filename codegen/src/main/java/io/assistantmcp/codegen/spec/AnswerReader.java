package io.assistantmcp.codegen.spec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.tool.AnswerForm;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what an operation answers when it succeeds. */
final class AnswerReader {

  private static final Pattern SUCCESS = Pattern.compile("2..|default");
  private static final Pattern JSON = Pattern.compile("application/([^;]+\\+)?json( *;.*)?");

  private final References references;

  AnswerReader(References references) {
    this.references = references;
  }

  AnswerForm read(JsonPointer operation, JsonObject node) {
    if (!(node.get("responses") instanceof JsonObject responses)) {
      return AnswerForm.JSON;
    }
    JsonPointer pointer = operation.child("responses");
    boolean other =
        responses.entrySet().stream()
            .filter(response -> SUCCESS.matcher(response.getKey()).matches())
            .anyMatch(response -> isOther(pointer, response));
    return other ? AnswerForm.ANY : AnswerForm.JSON;
  }

  private boolean isOther(JsonPointer responses, Map.Entry<String, JsonElement> response) {
    Optional<References.Target> target =
        response.getValue() instanceof JsonObject object
            ? references.resolve(responses.child(response.getKey()), object)
            : Optional.empty();
    return target.isPresent()
        && target.get().node().get("content") instanceof JsonObject content
        && content.keySet().stream().anyMatch(type -> !JSON.matcher(type).matches());
  }
}

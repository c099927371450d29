package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.assistantmcp.engine.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The document's schemas for what is answered, and a check against them. */
final class AnswerSchemas {

  private static final String BASE = "slice:/answers";

  private final JsonObject slice = read();
  private final Validator validator =
      new ValidatorFactory()
          .withJsonNodeFactory(new GsonNode.Factory())
          .withDisabledSchemaValidation(true)
          .createValidator();

  AnswerSchemas() {
    validator.registerSchema(URI.create(BASE), slice);
  }

  void check(String method, List<String> path, int status, JsonObject answer) {
    String pointer = status == 200 ? success(method, path) : "#/components/schemas/ErrorResponse";
    List<String> problems =
        validator.validate(URI.create(BASE + pointer), answer).getErrors().stream()
            .filter(error -> !isIdOfEmptyPage(error, answer))
            .map(error -> error.getInstanceLocation() + ": " + error.getError())
            .toList();
    assertThat(problems).as("%s %s: %s", method, path, answer).isEmpty();
  }

  /** The document forgets that an empty page has no first and last. */
  private static boolean isIdOfEmptyPage(Error error, JsonObject answer) {
    return error.getInstanceLocation().matches("/(first|last)_id")
        && answer.getAsJsonArray("data").isEmpty();
  }

  private String success(String method, List<String> path) {
    JsonObject paths = slice.getAsJsonObject("paths");
    JsonElement reference = null;
    for (String template : paths.keySet()) {
      if (matches(List.of(template.substring(1).split("/")), path)) {
        JsonElement schema = reference(paths.get(template), method);
        boolean literal = !template.endsWith("}");
        reference = schema != null && (reference == null || literal) ? schema : reference;
      }
    }
    return Objects.requireNonNull(reference, () -> method + " " + path).getAsString();
  }

  private static @Nullable JsonElement reference(JsonElement item, String method) {
    return Json.at(
        item,
        method.toLowerCase(Locale.ROOT),
        "responses",
        "200",
        "content",
        "application/json",
        "schema",
        "$ref");
  }

  private static boolean matches(List<String> template, List<String> path) {
    boolean same = template.size() == path.size();
    for (int i = 0; same && i < path.size(); i++) {
      same = template.get(i).startsWith("{") || template.get(i).equals(path.get(i));
    }
    return same;
  }

  private static JsonObject read() {
    try (InputStream slice = AnswerSchemas.class.getResourceAsStream("/openapi/assistants.json")) {
      byte[] bytes = Objects.requireNonNull(slice).readAllBytes();
      return Json.parse(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.document.ClosedSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Checks answers against the document: their status, their headers and every field. */
final class AnswerSchemas {

  private static final String SCHEMAS = ClosedSchemas.reference("");
  private static final Set<Integer> ERRORS = Set.of(400, 401, 404, 500);

  private final JsonObject slice = withRealFields(read());
  private final ClosedSchemas schemas = new ClosedSchemas(slice);

  /**
   * @param path the segments of the URL after its version
   */
  void check(String method, List<String> path, int status, Headers headers, JsonObject answer) {
    List<String> problems = new ArrayList<>(headerProblems(headers));
    if (status == 200) {
      problems.addAll(bodyProblems(success(method, path), answer));
    } else {
      problems.addAll(errorProblems(status, answer));
    }
    assertThat(problems).as("%s %s: %d %s", method, path, status, answer).isEmpty();
  }

  private static List<String> headerProblems(Headers headers) {
    Map<String, String> expected =
        Map.of(
            "content-type", "application/json",
            "x-request-id", "req_[0-9a-f]{32}",
            "openai-version", "2020-10-01",
            "openai-processing-ms", "[0-9]+");
    return expected.entrySet().stream()
        .filter(one -> !String.valueOf(headers.get(one.getKey())).matches(one.getValue()))
        .map(one -> one.getKey() + ": " + headers.get(one.getKey()))
        .toList();
  }

  private List<String> errorProblems(int status, JsonObject answer) {
    List<String> problems = new ArrayList<>(bodyProblems("ErrorResponse", answer));
    if (!ERRORS.contains(status)) {
      problems.add("no status of an error: " + status);
    }
    String type = Json.string(answer.getAsJsonObject("error"), "type");
    if (!(status < 500 ? "invalid_request_error" : "server_error").equals(type)) {
      problems.add("%d with the type %s".formatted(status, type));
    }
    return problems;
  }

  private List<String> bodyProblems(String name, JsonObject answer) {
    return schemas.errors(name, withIds(answer)).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  /** The document forgets that an empty page has no first and last. */
  private static JsonObject withIds(JsonObject answer) {
    JsonObject page = answer.deepCopy();
    if (page.get("data") instanceof JsonArray data && data.isEmpty()) {
      for (String id : List.of("first_id", "last_id")) {
        if (page.has(id) && page.get(id).isJsonNull()) {
          page.addProperty(id, "none");
        }
      }
    }
    return page;
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
    return Objects.requireNonNull(reference, () -> method + " " + path)
        .getAsString()
        .substring(SCHEMAS.length());
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

  /** Real objects had these as well, as OpenAI's own samples show. */
  private static JsonObject withRealFields(JsonObject slice) {
    JsonObject run = properties(slice, "RunObject");
    JsonObject assistant = properties(slice, "AssistantObject");
    JsonObject request = properties(slice, "CreateAssistantRequest");
    run.add("tool_resources", assistant.get("tool_resources"));
    run.add("reasoning_effort", request.get("reasoning_effort"));
    assistant.add("reasoning_effort", request.get("reasoning_effort"));
    return slice;
  }

  private static JsonObject properties(JsonObject slice, String schema) {
    return Objects.requireNonNull(Json.at(slice, "components", "schemas", schema, "properties"))
        .getAsJsonObject();
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

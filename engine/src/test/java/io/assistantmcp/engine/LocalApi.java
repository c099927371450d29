package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.api.Requests;
import io.assistantmcp.engine.http.EngineHandler;
import io.assistantmcp.engine.http.EngineInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A client of an engine in this process. It checks every answer against the document. */
final class LocalApi implements AutoCloseable {

  private static final AnswerSchemas SCHEMAS = new AnswerSchemas();
  private static final HttpUrl BASE = HttpUrl.get("http://engine.internal/v1");

  private final AssistantsEngine engine;
  private final OkHttpClient client;
  private final @Nullable String key;

  private LocalApi(AssistantsEngine engine, OkHttpClient client, @Nullable String key) {
    this.engine = engine;
    this.client = client;
    this.key = key;
  }

  static LocalApi on(EngineConfig config) {
    AssistantsEngine engine = AssistantsEngine.open(config);
    EngineHandler handler =
        new EngineHandler(engine, Requests.load(), false, Duration.ofMillis(200));
    OkHttpClient client =
        new OkHttpClient.Builder().addInterceptor(new EngineInterceptor(handler)).build();
    return new LocalApi(engine, client, null);
  }

  /** The same engine for somebody with a key. */
  LocalApi as(String key) {
    return new LocalApi(engine, client, key);
  }

  AssistantsEngine engine() {
    return engine;
  }

  record Answer(int status, JsonObject body, okhttp3.Headers headers) {

    /** What was answered, which has to be no error. */
    JsonObject ok() {
      assertThat(status).as(body.toString()).isEqualTo(200);
      return body;
    }

    String id() {
      return ok().get("id").getAsString();
    }

    JsonElement get(String... names) {
      return Objects.requireNonNull(Json.at(ok(), names), body.toString());
    }

    /** The ids of a page. */
    List<String> ids() {
      List<String> ids = new ArrayList<>();
      ok().getAsJsonArray("data").forEach(one -> ids.add(id(one)));
      return ids;
    }

    /** What was answered, which has to be an error: status, message, param and code. */
    String error() {
      assertThat(status).as(body.toString()).isNotEqualTo(200);
      JsonObject error = body.getAsJsonObject("error");
      return "%d %s [%s, %s]"
          .formatted(
              status,
              Json.string(error, "message"),
              Json.string(error, "param"),
              Json.string(error, "code"));
    }

    private static String id(JsonElement object) {
      return object.getAsJsonObject().get("id").getAsString();
    }
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, @Nullable String body) {
    HttpUrl url = HttpUrl.get(BASE + path);
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("OpenAI-Beta", "assistants=v2")
            .method(
                method,
                body == null ? null : RequestBody.create(body, MediaType.get("application/json")));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try (Response response = client.newCall(request.build()).execute()) {
      JsonObject answer = Json.parse(response.body().string()).getAsJsonObject();
      List<String> segments = url.pathSegments();
      SCHEMAS.check(
          method,
          segments.subList(1, segments.size()),
          response.code(),
          response.headers(),
          answer);
      return new Answer(response.code(), answer, response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}

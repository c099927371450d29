package io.assistantmcp.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.AssistantsEngine;
import io.assistantmcp.engine.EngineConfig;
import io.assistantmcp.engine.api.Requests;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.provider.Models;
import io.assistantmcp.engine.run.RunConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineHandlerTest {

  @TempDir Path folder;
  private AssistantsEngine engine;

  @BeforeEach
  void open() {
    ModelConfig echo = ModelConfig.of(Api.ECHO, ModelConfig.OPENAI);
    engine =
        AssistantsEngine.open(
            new EngineConfig(
                "jdbc:sqlite:" + folder.resolve("assistants.db"),
                false,
                RunConfig.on(Models.open(echo))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void takesRequestsThatDoNotNameTheVersion() {
    assertThat(get(handler(false), "/v1/assistants", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void refusesThemIfToldSo() {
    EngineResponse answer = get(handler(true), "/v1/assistants", Map.of());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer))
        .contains("You must provide the 'OpenAI-Beta' header")
        .contains("\"code\":\"invalid_beta\"");
    assertThat(
            get(handler(true), "/v1/assistants", Map.of("openai-beta", "assistants=v2")).status())
        .isEqualTo(200);
  }

  @Test
  void knowsNothingBesideTheApi() {
    EngineResponse answer = get(handler(false), "/assistants", Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(text(answer))
        .isEqualTo(
            "{\"error\":{\"message\":\"Invalid URL (GET /assistants)\","
                + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
  }

  @Test
  void answersWithAnErrorWhenTheDatabaseFails() {
    engine.close();
    EngineResponse answer = get(handler(false), "/v1/assistants", Map.of());
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer))
        .contains("The database " + folder.resolve("assistants.db"))
        .contains("\"type\":\"server_error\"");
    assertThat(answer.headers().get("x-request-id")).startsWith("req_");
  }

  private EngineHandler handler(boolean requireBetaHeader) {
    return new EngineHandler(engine, Requests.load(), requireBetaHeader, Duration.ofMillis(200));
  }

  private static EngineResponse get(
      EngineHandler handler, String path, Map<String, String> headers) {
    HttpUrl url = HttpUrl.get("http://engine.internal" + path);
    return handler.handle(new EngineRequest("GET", url, headers, new byte[0]));
  }

  private static String text(EngineResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}

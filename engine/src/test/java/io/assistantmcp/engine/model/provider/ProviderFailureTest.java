package io.assistantmcp.engine.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelKey;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a provider that does not answer as it should, and what never is. */
class ProviderFailureTest {

  private static final String ECHOED_KEY = "You sent " + FakeProvider.KEY.value() + " to us";

  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aRefusedKeyIsToldByWhereItComesFrom() {
    provider.answers(401, error("Incorrect API key provided: sk-can*****6789", "invalid_api_key"));

    assertThat(failed())
        .isEqualTo(
            new Failed(
                Kind.SERVER_ERROR,
                asked("wants another key (HTTP 401).")
                    + " The key is taken from MODEL_API_KEY, or else from the request."));
  }

  @Test
  void aForbiddenModelIsToldInTheProvidersWords() {
    provider.answers(403, error("Project proj_1 has no access to it", "model_not_found"));

    assertThat(failed().message())
        .startsWith(asked("does not allow this to the key (HTTP 403): Project proj_1"))
        .contains("MODEL_API_KEY");
  }

  @Test
  void anUnknownModelIsToldWithItsCure() {
    provider.answers(404, error("The model does not exist", "model_not_found"));

    Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(Kind.SERVER_ERROR);
    assertThat(failed.message())
        .contains("'some-model'", "/v1", "The model does not exist.", "MODEL_ALIASES");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | invalid_value | Unsupported value | INVALID_PROMPT",
        "400 | context_length_exceeded | Too long | CONTEXT_LENGTH",
        "400 | '' | This model's maximum context length is 4096 tokens | CONTEXT_LENGTH",
        "400 | exceed_context_size_error | the request exceeds | CONTEXT_LENGTH",
        "413 | '' | Too large | INVALID_PROMPT",
        "422 | '' | Field required | INVALID_PROMPT",
        "402 | '' | Insufficient credits | RATE_LIMIT",
        "429 | insufficient_quota | You exceeded your quota | RATE_LIMIT",
        "405 | '' | Method not allowed | SERVER_ERROR",
      })
  void refusalsAreOfTheKindThatTheirStatusAndCodeSay(
      int status, String code, String words, Kind kind) {
    provider.answers(status, error(words, code));

    Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.message())
        .isEqualTo(asked("answered with HTTP %d: %s.".formatted(status, words)));
    assertThat(provider.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"Something broke\"}",
        "{\"detail\":\"Something broke\"}",
        "{\"message\":\"Something broke\"}",
        "{\"error\":{\"message\":\"Something broke\",\"code\":null}}",
        "<html><head><title></title></head><body><h1>Something</h1> broke</body></html>",
        "Something broke",
      })
  void errorsAreReadInAnyForm(String body) {
    provider.answers(400, body);

    assertThat(failed().message()).isEqualTo(asked("answered with HTTP 400: Something broke."));
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSES", "CHAT"})
  void aWebPageInsteadOfAnAnswerIsTold(Api api) {
    provider.answers(200, "<!doctype html><html><body>Please log in</body></html>");

    assertThat(((Failed) provider.call(api, Requests.hello())).message())
        .isEqualTo(
            asked(
                "answered with a web page, so MODEL_BASE_URL may not lead to its API: Please log in."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\"", "{\"status\":", "data: {\"id\":1}"})
  void anAnswerThatIsNoJsonObjectIsTold(String body) {
    provider.answers(200, body);

    assertThat(failed().message())
        .startsWith(asked("answered with something that is no JSON object"));
  }

  @Test
  void jsonDeeperThanAnyRealOneIsNoAnswer() {
    provider.answers(200, "{\"a\":".repeat(100_000));

    assertThat(failed().message()).contains("no JSON object").hasSizeLessThan(800);
  }

  @Test
  void aGiganticAnswerIsNotRead() {
    byte[] chunk = " ".repeat(1 << 20).getBytes();
    Buffer body = new Buffer();
    for (int i = 0; i < 17; i++) {
      body.write(chunk);
    }
    provider.answers(new MockResponse.Builder().body(body));

    assertThat(failed().message())
        .isEqualTo(asked("sent an answer of more than 16 MiB, which was not read."));
    assertThat(provider.requests()).isEqualTo(1);
  }

  @Test
  void anAnswerThatBreaksOffIsToldWhenItAlwaysDoes() {
    for (int i = 0; i < 3; i++) {
      provider.answers(
          new MockResponse.Builder()
              .body("{\"status\":\"completed\",\"output\":[]}".repeat(1000))
              .onResponseBody(new SocketEffect.CloseSocket()));
    }

    assertThat(failed().message())
        .isEqualTo(asked("broke off its answer (3 attempts). MODEL_BASE_URL says where it is."));
  }

  @Test
  void aProviderThatIsNotThereIsTold() {
    provider.close();

    assertThat(failed().message())
        .isEqualTo(
            asked(
                "cannot be reached: nothing accepts connections there (3 attempts)."
                    + " MODEL_BASE_URL says where it is."));
  }

  @Test
  void anUnknownHostIsTold() {
    ModelConfig config = ModelConfig.of(Api.CHAT, HttpUrl.get("https://no-such-host.invalid/v1"));
    ModelAnswer answer =
        Models.open(config)
            .call(Requests.hello(), FakeProvider.KEY, CancelToken.lasting(Duration.ofSeconds(1)));

    assertThat(((Failed) answer).message()).contains("its host is not known");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowedSinceItWouldCarryTheKeyElsewhere(int status) {
    try (FakeProvider elsewhere = new FakeProvider()) {
      String url = "http://" + elsewhere.place() + "/v1/responses";
      elsewhere.answers(200, FakeProvider.least(Api.RESPONSES));
      provider.answers(new MockResponse.Builder().code(status).addHeader("Location", url));

      assertThat(failed().message())
          .isEqualTo(
              asked(
                  ("sends the call elsewhere (HTTP %d), which is not followed: set MODEL_BASE_URL"
                          + " to where it leads: %s.")
                      .formatted(status, url)));
      assertThat(elsewhere.requests()).isZero();
      assertThat(provider.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500})
  void aKeyThatTheProviderRepeatsIsToldToNobody(int status) {
    for (String body : new String[] {ECHOED_KEY, error(ECHOED_KEY, "c"), "<html>" + ECHOED_KEY}) {
      provider.answers(
          new MockResponse.Builder()
              .code(status)
              .body(body)
              .addHeader("Retry-After", "3600")
              .addHeader("Location", "https://example.com/" + FakeProvider.KEY.value()));

      assertThat(failed().message()).doesNotContain("canary");
    }
  }

  @Test
  void aKeyAtTheEndOfALongMessageIsNotShownInPart() {
    provider.answers(400, error("x".repeat(490) + " " + FakeProvider.KEY.value(), "c"));

    assertThat(failed().message()).doesNotContain("sk-").doesNotContain("canary");
  }

  @Test
  void aConfiguredHeaderThatTheProviderRepeatsIsToldToNobody() {
    provider.answers(400, "bad header: azure-canary");
    ModelConfig config = withHeaders(Map.of("api-key", "azure-canary"));

    assertThat(((Failed) FakeProvider.call(Models.open(config), Requests.hello())).message())
        .contains("bad header: [hidden]");
  }

  @Test
  void headersThatAuthoriseKeepTheCallersKeyHere() {
    provider.answers(200, FakeProvider.least(Api.CHAT));
    ModelConfig config = withHeaders(Map.of("api-key", "azure-canary", "X-Title", "test"));

    FakeProvider.call(Models.open(config), Requests.hello());
    var request = provider.request();

    assertThat(request.getHeaders().get("api-key")).isEqualTo("azure-canary");
    assertThat(request.getHeaders().get("X-Title")).isEqualTo("test");
    assertThat(request.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void ourOwnKeyGoesBeforeTheCallers() {
    provider.answers(200, FakeProvider.least(Api.CHAT));
    ModelConfig config = provider.config(Api.CHAT);
    ModelConfig own =
        FakeProvider.change(config, ModelKey.of("own-key"), Map.of(), config.timeout());

    FakeProvider.call(Models.open(own), Requests.hello());

    assertThat(provider.request().getHeaders().get("Authorization")).isEqualTo("Bearer own-key");
  }

  @Test
  void aServerOfOnesOwnNeedsNoKey() {
    provider.answers(200, FakeProvider.least(Api.CHAT));

    Models.open(provider.config(Api.CHAT))
        .call(Requests.hello(), null, CancelToken.lasting(Duration.ofSeconds(10)));

    assertThat(provider.request().getHeaders().get("Authorization")).isNull();
  }

  @Test
  void withoutAKeyOpenAiIsNotCalled() {
    ModelAnswer answer =
        Models.open(ModelConfig.of(Api.RESPONSES, ModelConfig.OPENAI))
            .call(Requests.hello(), null, CancelToken.lasting(Duration.ofSeconds(10)));

    assertThat(((Failed) answer).message())
        .isEqualTo(
            "api.openai.com:443, asked for model 'some-model', needs a key, and there is none. The"
                + " key is taken from MODEL_API_KEY, or else from the request.");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 500})
  void noMessageNamesAClass(int status) {
    provider.answers(
        new MockResponse.Builder().code(status).body("{").addHeader("Retry-After", "3600"));

    assertThat(failed().message()).doesNotContain("Exception", "java.", "okhttp");
  }

  private ModelConfig withHeaders(Map<String, String> headers) {
    ModelConfig config = provider.config(Api.CHAT);
    return FakeProvider.change(config, null, headers, config.timeout());
  }

  private Failed failed() {
    return (Failed) provider.call(Api.RESPONSES, Requests.hello());
  }

  private String asked(String what) {
    return "%s, asked for model 'some-model', %s".formatted(provider.place(), what);
  }

  private static String error(String message, String code) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"\",\"param\":null,\"code\":\"%s\"}}"
        .formatted(message, code);
  }
}

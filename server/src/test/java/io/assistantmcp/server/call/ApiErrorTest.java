package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.config.KeySource;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told when upstream says no. */
class ApiErrorTest {

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void oneTextSaysEverything() {
    upstream.answers(
        new MockResponse.Builder()
            .code(400)
            .addHeader("x-request-id", "req_123")
            .body(
                """
                {"error": {"message": "Unsupported model.", "type": "invalid_request_error",
                 "param": "model", "code": "unsupported_model"}}"""));

    CallToolResult result =
        upstream.call("create_run", "{\"thread_id\":\"t\",\"assistant_id\":\"a\",\"model\":\"m\"}");

    assertThat(result.isError()).isTrue();
    assertThat(result.structuredContent()).isNull();
    assertThat(Upstream.text(result))
        .isEqualTo(
            """
            HTTP 400 from 127.0.0.1 (POST /threads/{thread_id}/runs)
            type: invalid_request_error
            code: unsupported_model
            param: model
            message: Unsupported model.
            request id: req_123
            next step: correct the arguments and call again.
            retry: makes no sense with the same arguments"""
                .replace("127.0.0.1", host()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | get_thread    | set OPENAI_API_KEY to a key that
          403 | get_thread    | use a key with the permissions this needs
          404 | get_thread    | check the ids; if they are right, the object was deleted
          409 | get_thread    | the object is busy
          429 | get_thread    | wait, then call again; nothing was done
          500 | get_thread    | the fault is upstream. Call again; a repetition does no harm
          503 | create_thread | the fault is upstream. It may have taken effect all the same
          302 | get_thread    | redirects are not followed
          418 | get_thread    | correct the arguments and call again
          """)
  void eachStatusHasItsNextStep(int status, String tool, String step) {
    upstream.answers(status, "{\"error\":{\"message\":\"m\"}}");

    String text =
        Upstream.text(
            upstream.call(tool, tool.equals("get_thread") ? "{\"thread_id\":\"t\"}" : "{}"));

    assertThat(text).startsWith("HTTP " + status).contains("message: m", "next step: " + step);
    assertThat(text).doesNotContain("shut");
  }

  @Test
  void aRedirectGoesNowhereElse() {
    upstream.answers(
        new MockResponse.Builder().code(307).addHeader("Location", upstream.url() + "/elsewhere"));

    upstream.call("get_thread", "{\"thread_id\":\"t\"}");

    assertThat(upstream.request().getTarget()).isEqualTo("/v1/threads/t");
    assertThat(upstream.request()).isNull();
  }

  @Test
  void retryAfterIsRepeatedAndAnEmptyQuotaIsNotToBeWaitedFor() {
    upstream.answers(
        new MockResponse.Builder()
            .code(429)
            .addHeader("retry-after", "7")
            .body("{\"error\":{\"message\":\"m\",\"code\":\"insufficient_quota\"}}"));

    assertThat(Upstream.text(upstream.call("list_assistants", "{}")))
        .contains("retry after: 7 seconds", "waiting does not help");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void openAiItselfIsSaidToBeShutDown(int status) {
    String text = openAi(status);

    assertThat(text)
        .contains("2026-08-26", "OPENAI_BASE_URL", "HTTP " + status + " from api.openai.com")
        .contains("Set ASSISTANTS_BACKEND=embedded");
  }

  @Test
  void theEngineSaysOfAnIdThatOpenAisAreGone() {
    assertThat(translated("the embedded engine", 404))
        .startsWith("HTTP 404 from the embedded engine (GET /threads/{thread_id})")
        .contains("was made at OpenAI, from where nothing can be fetched");
    assertThat(translated("the embedded engine", 500))
        .contains("doctor")
        .doesNotContain("upstream");
  }

  @Test
  void otherErrorsOfOpenAiDoNotSpeakOfTheShutDown() {
    assertThat(openAi(400)).doesNotContain("2026-08-26");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"error":"broken"}                                | message: broken
          {"message":"no auth","code":7}                    | code: 7
          {"detail":"Not Found"}                            | message: {"detail":"Not Found"}
          [1]                                               | message: [1]
          plain words                                       | message: plain words
          <html><head><title>Bad gateway</title><style>p{}</style></head><body><p>nginx</p></body></html> | message: Bad gateway nginx
          """)
  void otherErrorBodiesAreReadToo(String body, String line) {
    upstream.answers(502, body);

    assertThat(Upstream.text(upstream.call("list_assistants", "{}"))).contains(line);
  }

  @Test
  void anEndlessErrorPageIsCutShort() {
    upstream.answers(502, "<html>" + "<p>word</p>".repeat(100_000));

    assertThat(Upstream.text(upstream.call("list_assistants", "{}")))
        .contains("… (shortened)")
        .hasSizeLessThan(3000);
  }

  @Test
  void keysThatUpstreamRepeatsAreHidden() {
    upstream.answers(
        401,
        "{\"error\":{\"message\":\"Incorrect key %s or sk-proj-abc_DEF*** in 'Bearer abc.def'\"}}"
            .formatted(Upstream.KEY));

    assertThat(Upstream.text(upstream.call("list_assistants", "{}")))
        .contains("Incorrect key [hidden] or [hidden] in 'Bearer [hidden]'")
        .doesNotContain("canary");
  }

  private String host() {
    return upstream.place().replaceFirst(":.*", "");
  }

  private static String openAi(int status) {
    return translated("api.openai.com", status);
  }

  private static String translated(String host, int status) {
    return new ApiErrorTranslator(new KeyAdvice(KeySource.SETTING, host), "OPENAI_BASE_URL")
        .translate(
            new Answer(status, Headers.of(), "{\"error\":{\"message\":\"m\"}}", 27, true),
            Upstream.tool(Upstream.config(Map.of()), "get_thread").definition(),
            1);
  }
}

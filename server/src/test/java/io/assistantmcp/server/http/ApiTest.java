package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.http.RawClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API itself at /v1: who is let in, whose assistants they see, and what refusals look like. */
@Timeout(60)
class ApiTest {

  private static final String MINE = "Authorization: Bearer sk-mine\r\n";
  private static final String YOURS = "Authorization: Bearer sk-yours\r\n";
  private static final String TOKEN = "Authorization: Bearer canary-token\r\n";
  private static final String PASSTHROUGH = "MCP_CREDENTIALS_PASSTHROUGH";

  @TempDir private Path directory;

  @Test
  void itIsNotThereUnlessAskedFor() throws IOException {
    try (TestServer server = start("ASSISTANTS_HTTP", "false")) {
      assertThat(get(server, "/v1/assistants", MINE).status()).isEqualTo(404);
    }
  }

  @Test
  void theServersOwnKeyIsUsedWhateverIsSent() throws IOException {
    try (TestServer server = start()) {
      String id = create(server, MINE);

      assertThat(get(server, "/v1/assistants/" + id, YOURS).status()).isEqualTo(200);
      assertThat(get(server, "/v1/assistants/" + id, "").status()).isEqualTo(200);
    }
  }

  @Test
  void aKeyThatIsPassedThroughSeesItsOwnAssistantsOnly() throws IOException {
    try (TestServer server = start(PASSTHROUGH, "true")) {
      String id = create(server, MINE);

      assertThat(get(server, "/v1/assistants/" + id, MINE).status()).isEqualTo(200);
      Answer foreign = get(server, "/v1/assistants/" + id, YOURS);
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.body()).contains("No assistant found with id '" + id + "'.");
      Answer nobodys = get(server, "/v1/assistants/" + id, "X-OpenAI-API-Key: sk-mine\r\n");
      assertThat(nobodys.status()).isEqualTo(401);
      assertThat(nobodys.body()).contains("You didn't provide an API key.");
    }
  }

  @Test
  void whereATokenIsAskedForItTakesThePlaceOfTheKey() throws IOException {
    try (TestServer server = start(PASSTHROUGH, "true", "MCP_AUTH_TOKEN", "canary-token")) {
      Answer stranger = get(server, "/v1/assistants", MINE);
      assertThat(stranger.status()).isEqualTo(401);
      assertThat(stranger.body())
          .contains("\"error\":{", "\"code\":\"invalid_api_key\"")
          .doesNotContain("jsonrpc", "canary");

      String id = create(server, TOKEN + "X-OpenAI-API-Key: sk-mine\r\n");
      String path = "/v1/assistants/" + id;
      assertThat(get(server, path, TOKEN + "X-OpenAI-API-Key: sk-mine\r\n").status())
          .isEqualTo(200);
      assertThat(get(server, path, TOKEN + "X-OpenAI-API-Key: sk-yours\r\n").status())
          .isEqualTo(404);
      assertThat(get(server, path, TOKEN).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MINE + YOURS, "Authorization: Bearer sk mine\r\n"})
  void aKeyThatCouldBeReadInTwoWaysIsRefused(String headers) throws IOException {
    try (TestServer server = start(PASSTHROUGH, "true")) {
      Answer answer = get(server, "/v1/assistants", headers);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"type\":\"invalid_request_error\"");
    }
  }

  @Test
  void theRulesForHostsOriginsAndSizesHoldThereToo() throws IOException {
    try (TestServer server = start("MAX_BODY_BYTES", "1024");
        RawClient rebound = new RawClient(server);
        RawClient large = new RawClient(server)) {
      assertThat(get(server, "/v1/assistants", "Origin: https://evil.example\r\n").status())
          .isEqualTo(403);
      rebound.send("GET /v1/assistants HTTP/1.1\r\nHost: evil.example\r\n\r\n");
      assertThat(rebound.answer().status()).isEqualTo(421);
      large.postJson("/v1/assistants", "{\"model\":\"" + "m".repeat(2000) + "\"}");
      Answer tooLarge = large.answer();
      assertThat(tooLarge.status()).isEqualTo(413);
      assertThat(tooLarge.body()).contains("\"error\":{\"message\":\"The body is longer");
    }
  }

  @Test
  void aKeyHasItsCallsOfAMinuteThereToo() throws IOException {
    try (TestServer server = start(PASSTHROUGH, "true", "RATE_LIMIT", "2")) {
      get(server, "/v1/assistants", MINE);
      get(server, "/v1/assistants", MINE);

      assertThat(get(server, "/v1/assistants", MINE).status()).isEqualTo(429);
      assertThat(get(server, "/v1/assistants", YOURS).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/chat/completions", "/v1/", "/v1/assistants/../../metrics"})
  void otherPathsAreNone(String path) throws IOException {
    try (TestServer server = start()) {
      assertThat(get(server, path, MINE).status()).isBetween(400, 404);
    }
  }

  @Test
  void answersNameTheirRequest() throws IOException {
    try (TestServer server = start()) {
      assertThat(get(server, "/v1/assistants?limit=1", "").header("x-request-id"))
          .startsWith("req_");
    }
  }

  private TestServer start(String... settings) throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("ASSISTANTS_HTTP", "true", "MODEL_API", "echo"));
    all.addAll(List.of("ASSISTANTS_DATABASE", directory.resolve("assistants.db").toString()));
    all.addAll(List.of(settings));
    return TestServer.start("", all.toArray(String[]::new));
  }

  private static Answer get(TestServer server, String path, String headers) throws IOException {
    try (RawClient client = new RawClient(server)) {
      return client.get(path, headers).answer();
    }
  }

  private static String create(TestServer server, String headers) throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer =
          client
              .post(
                  "/v1/assistants",
                  "Content-Type: application/json\r\n" + headers,
                  "{\"model\":\"gpt-4o\"}")
              .answer();
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.body().replaceFirst(".*\"id\":\"(asst_\\w+)\".*", "$1");
    }
  }
}

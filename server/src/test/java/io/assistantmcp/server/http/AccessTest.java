package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.http.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and with whose key calls are made. */
@Timeout(60)
class AccessTest {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String TOKEN = "Authorization: Bearer canary-token\r\n";
  private static final String PAGE = "Origin: https://app.example\r\n";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  private static final Upstream UPSTREAM = new Upstream();
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        TestServer.start(
            UPSTREAM.url(),
            "MCP_CREDENTIALS_PASSTHROUGH",
            "true",
            "MCP_AUTH_TOKEN",
            "canary-token",
            "BACKEND_CORS_ORIGINS",
            "https://app.example",
            "ALLOWED_HOSTS",
            "mcp.example,other.example:8443");
  }

  @AfterAll
  static void stop() {
    server.close();
    UPSTREAM.close();
  }

  private static Answer post(String headers, String message) throws IOException {
    try (RawClient client = new RawClient(server)) {
      return client.post("/mcp", JSON + headers, message).answer();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Authorization: Bearer wrong\r\n",
        "Authorization: Bearer canary-tokenx\r\n",
        "Authorization: Basic canary-token\r\n",
        "Authorization: canary-token\r\n",
        TOKEN + "Authorization: Bearer other\r\n"
      })
  void withoutTheTokenNothingIsServed(String headers) throws IOException {
    Answer answer = post(headers, PING);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.body()).contains("\"jsonrpc\"").doesNotContain("canary");
  }

  @Test
  void theTokenIsAskedForOnAllPathsButThoseOfHealth() throws IOException {
    for (String path : new String[] {"/sse", "/message"}) {
      try (RawClient client = new RawClient(server)) {
        assertThat(client.get(path, "").answer().status()).isEqualTo(401);
      }
    }
    try (RawClient client = new RawClient(server)) {
      assertThat(client.get("/healthz", "").answer().status()).isEqualTo(200);
    }
    assertThat(post("authorization: bearer canary-token\r\n", PING).status()).isEqualTo(200);
  }

  @Test
  void theKeyOfTheRequestIsUsedAndTheTokenStaysHere() throws IOException {
    UPSTREAM.answers(200, "{}");
    post(
        TOKEN
            + "X-OpenAI-API-Key: sk-mine\r\nX-OpenAI-Organization: org\r\nX-OpenAI-Project: pro\r\n",
        Messages.getThread(1, "t"));

    var headers = UPSTREAM.request().getHeaders();
    assertThat(headers.get("Authorization")).isEqualTo("Bearer sk-mine");
    assertThat(headers.get("OpenAI-Organization")).isEqualTo("org");
    assertThat(headers.get("OpenAI-Project")).isEqualTo("pro");
    assertThat(headers.toString()).doesNotContain("canary-token");
  }

  @Test
  void withoutAKeyTheHeaderIsNamedAndNobodyElsesIsUsed() throws IOException {
    Answer answer = post(TOKEN, Messages.getThread(1, "t"));

    assertThat(answer.body()).contains("\"isError\":true", "X-OpenAI-API-Key");
    assertThat(UPSTREAM.request()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-OpenAI-API-Key: sk-a\r\nX-OpenAI-API-Key: sk-b\r\n",
        "X-OpenAI-Project: a\r\nx-openai-project: b\r\n",
        "X-OpenAI-API-Key: sk a\r\n",
        "X-OpenAI-API-Key: sk-\u00e9\r\n"
      })
  void keysThatAreNoneOrSeveralAreRefused(String headers) throws IOException {
    Answer answer = post(TOKEN + headers, Messages.getThread(1, "t"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("X-OpenAI-").doesNotContain("sk");
    assertThat(UPSTREAM.request()).isNull();
  }

  @Test
  void keysInUrlsAreNotRead() throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer =
          client
              .post(
                  "/mcp?X-OpenAI-API-Key=sk-url&api_key=sk-url",
                  JSON + TOKEN,
                  Messages.getThread(1, "t"))
              .answer();

      assertThat(answer.body()).contains("\"isError\":true").doesNotContain("sk-url");
      assertThat(UPSTREAM.request()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mcp.example, 200",
    "mcp.example:8001, 200",
    "other.example:8443, 200",
    "other.example, 421",
    "other.example:1, 421"
  })
  void moreHostsCanBeAllowed(String host, int status) throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(
          "POST /mcp HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s%s\r\n%s"
              .formatted(host, PING.length(), JSON, TOKEN, PING));

      assertThat(client.answer().status()).isEqualTo(status);
    }
  }

  @Test
  void aPageOfAnAllowedOriginCanReadTheAnswer() throws IOException {
    Answer answer = post(TOKEN + PAGE, PING);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("Mcp-Session-Id");
    assertThat(answer.header("Vary")).contains("Origin");
    assertThat(post(TOKEN + "Origin: http://app.example\r\n", PING).status()).isEqualTo(403);
    assertThat(post(PAGE, PING).header("Access-Control-Allow-Origin"))
        .as("a refusal that the page may read")
        .isEqualTo("https://app.example");
  }

  @Test
  void aPreflightNeedsNoTokenAndNamesWhatMayBeSent() throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = preflight(client, PAGE);

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
      assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "DELETE");
      assertThat(answer.header("Access-Control-Allow-Headers"))
          .contains("X-OpenAI-API-Key", "Mcp-Session-Id", "MCP-Protocol-Version", "Last-Event-ID");
      assertThat(answer.header("Access-Control-Max-Age")).isNotBlank();
      assertThat(answer.header("Vary")).contains("Origin", "Access-Control-Request-Headers");
      assertThat(preflight(client, "Origin: https://evil.example\r\n").status()).isEqualTo(403);
    }
  }

  private static Answer preflight(RawClient client, String origin) throws IOException {
    return client
        .send(
            "OPTIONS /mcp HTTP/1.1\r\nHost: localhost\r\nAccess-Control-Request-Method: POST\r\n"
                + origin
                + "\r\n")
        .answer();
  }
}

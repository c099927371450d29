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
import tools.jackson.databind.JsonNode;

/** The HTTP around the messages: every status where it belongs, and JSON-RPC in every body. */
@Timeout(60)
class HttpProtocolTest {

  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final String JSON = "Content-Type: application/json\r\n";

  private static final Upstream UPSTREAM = new Upstream();
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start(UPSTREAM.url(), "MAX_BODY_BYTES", "100000");
  }

  @AfterAll
  static void stop() {
    server.close();
    UPSTREAM.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                      | 400 | -32700",
        "``                                                     | 400 | -32700",
        "[]                                                     | 400 | -32600",
        "7                                                      | 400 | -32600",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}     | 400 | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":\"ping\"}    | 400 | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"} | 200 | -32602",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}  | 200 | -32601"
      })
  void whatIsPostedIsAnsweredByItsKind(String body, int status, int code) throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.postJson("/mcp", body).answer();

      assertThat(answer.status()).isEqualTo(status);
      JsonNode error = json(answer).path("error");
      assertThat(error.path("code").asInt()).isEqualTo(code);
      assertThat(error.path("message").asString()).isNotBlank();
      assertThat(client.postJson("/mcp", PING).answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":9}}",
        "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}"
      })
  void whatHasNoAnswerIsAccepted(String body) throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.postJson("/mcp", body).answer();

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Accept: */*\r\n",
        "Accept: application/json\r\n",
        "Accept: application/json, text/event-stream\r\n",
        "Accept: text/event-stream;q=0.5,application/*\r\n",
        "MCP-Protocol-Version: 2025-11-25\r\n",
        "MCP-Protocol-Version: 2026-07-28\r\n",
        "MCP-Protocol-Version: 1999-01-01\r\n",
        "Origin: http://localhost:3000\r\n",
        "Origin: https://127.0.0.1\r\n"
      })
  void clientsAreTakenAsTheyAre(String headers) throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.post("/mcp", JSON + headers, PING).answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      assertThat(json(answer).has("result")).isTrue();
    }
  }

  @Test
  void whoTakesOnlyStreamsGetsOne() throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.post("/mcp", JSON + "Accept: text/event-stream\r\n", PING).answer();

      assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(answer.body()).startsWith("event: message\ndata: {").endsWith("}\n\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: application/json   | MCP-Protocol-Version: latest      | 400",
        "Content-Type: application/json   | MCP-Protocol-Version: 2025-11-25x | 400",
        "Content-Type: application/json   | Origin: http://evil.example       | 403",
        "Content-Type: application/json   | Origin: http://localhost.evil.example | 403",
        "Content-Type: application/json   | Origin: null                      | 403",
        "Content-Type: application/json   | Accept: text/html                 | 406",
        "Content-Type: application/json   | Accept: application/json;q=0      | 406",
        "Content-Type: text/plain         | X: y                              | 415",
        "Content-Type: application/jsonx  | X: y                              | 415",
        "X: y                             | X: y                              | 415"
      })
  void whatIsNotServedSaysWhy(String first, String second, int status) throws IOException {
    try (RawClient client = new RawClient(server)) {
      assertRefused(client.post("/mcp", first + "\r\n" + second + "\r\n", PING).answer(), status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 421",
    "localhost.evil.example, 421",
    "192.168.1.1:8001, 421",
    "localhost, 200",
    "LOCALHOST:99, 200",
    "127.0.0.1:8001, 200",
    "[::1]:8001, 200",
    "host.docker.internal:8001, 200"
  })
  void theHostHasToBeOneOfOurs(String host, int status) throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(
          "POST /mcp HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n%s"
              .formatted(host, PING.length(), JSON, PING));

      assertThat(client.answer().status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/mcp/", "/anything/mcp", "/MCP", "/mcp;x=1", "/x/../mcp", "/mcp%2F"})
  void pathsAreExact(String path) throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.postJson(path, PING).answer();

      assertThat(answer.status()).isIn(400, 404);
      assertRefused(answer, answer.status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /mcp, POST",
    "DELETE, /mcp, POST",
    "PUT, /mcp, POST",
    "POST, /sse, GET",
    "GET, /message, POST",
    "DELETE, /healthz, 'GET, HEAD'"
  })
  void methodsThatAPathDoesNotHaveAreNamed(String method, String path, String allowed)
      throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(
          method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
      Answer answer = client.answer();

      assertRefused(answer, 405);
      assertThat(answer.header("Allow")).isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100_001, 5_000_000, 20_000_000})
  void aBodyOverTheLimitIsRefused(int length) throws IOException {
    try (RawClient client = new RawClient(server)) {
      assertRefused(client.postJson("/mcp", "x".repeat(length)).answer(), 413);
      assertThat(client.postJson("/mcp", PING).answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /%zz HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n                    | 400",
        "nonsense\\r\\n\\r\\n                                                  | 400",
        "GET /mcp HTTP/1.1\\r\\n\\r\\n                                         | 400",
        "GET /mcp HTTP/1.1\\r\\nHost: localhost\\r\\nHost: evil\\r\\n\\r\\n    | 400",
        "POST /mcp HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Type: application/json\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n | 400"
      })
  void whatIsNoHttpIsRefusedInTheSameForm(String text, int status) throws IOException {
    try (RawClient client = new RawClient(server)) {
      assertRefused(client.send(text.replace("\\r\\n", "\r\n")).answer(), status);
    }
  }

  @Test
  void headersHaveALimit() throws IOException {
    try (RawClient client = new RawClient(server)) {
      assertRefused(client.get("/mcp", "X: " + "x".repeat(20_000) + "\r\n").answer(), 431);
    }
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    try (RawClient client = new RawClient(server)) {
      Answer answer = client.postJson("/mcp", "[".repeat(40_000) + "]".repeat(40_000)).answer();

      assertRefused(answer, 400);
    }
  }

  @Test
  void healthIsToldToEverybody() throws IOException {
    for (String path : new String[] {"/healthz", "/readyz"}) {
      try (RawClient client = new RawClient(server)) {
        client.send(
            "GET " + path + " HTTP/1.1\r\nHost: 10.0.0.7\r\nOrigin: http://x.example\r\n\r\n");
        Answer answer = client.answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
      }
    }
    assertThat(UPSTREAM.request()).isNull();
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.head()).doesNotContainIgnoringCase("jetty");
    JsonNode body = json(answer);
    assertThat(body.path("jsonrpc").asString()).isEqualTo("2.0");
    assertThat(body.path("id").isNull()).isTrue();
    assertThat(body.path("error").path("message").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "at io.", "at org.");
  }

  private static JsonNode json(Answer answer) {
    return Answers.json(answer.body());
  }
}

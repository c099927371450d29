package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.http.RawClient.Answer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the server does not take on. */
@Timeout(60)
class LimitsTest {

  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final int MORE_ANSWERS_THAN_FIT = 200; // Of some 90 kB.

  @Test
  void callsPastTheLimitAreToldToComeBackAndCancellationsArriveAllTheSame() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = TestServer.start(upstream.url(), "MAX_CONCURRENT_CALLS", "2");
        RawClient one = new RawClient(server);
        RawClient two = new RawClient(server);
        RawClient three = new RawClient(server)) {
      one.postJson("/mcp", Messages.getThread(1, "t"));
      two.postJson("/mcp", Messages.getThread(2, "t"));
      assertThat(upstream.isCalled(2)).isTrue();

      Answer refused = three.postJson("/mcp", Messages.getThread(3, "t")).answer();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(three.postJson("/mcp", Messages.cancel(1)).answer().status()).isEqualTo(202);
      one.answer();
      assertThat(three.postJson("/mcp", PING).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void callsOfAKeyPastItsRateAreToldWhenToComeBack() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server =
            TestServer.start(
                upstream.url(), "RATE_LIMIT", "2", "MCP_CREDENTIALS_PASSTHROUGH", "true");
        RawClient client = new RawClient(server)) {
      assertThat(call(client, "sk-a").status()).isEqualTo(200);
      assertThat(call(client, "sk-a").status()).isEqualTo(200);

      Answer refused = call(client, "sk-a");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 31);
      assertThat(call(client, "sk-b").status()).isEqualTo(200);
      assertThat(client.postJson("/mcp", PING).answer().status()).isEqualTo(200);
    }
  }

  private static Answer call(RawClient client, String key) throws IOException {
    String headers = "Content-Type: application/json\r\nX-OpenAI-API-Key: " + key + "\r\n";
    return client.post("/mcp", headers, Messages.call(1, "get_thread", "{}")).answer();
  }

  @Test
  void figuresAreToldIfAskedFor() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), "METRICS", "true");
        RawClient client = new RawClient(server)) {
      upstream.answers(200, "{}");
      client.postJson("/mcp", Messages.getThread(1, "t")).answer();

      Answer figures = client.get("/metrics", "").answer();
      assertThat(figures.header("Content-Type")).startsWith("text/plain");
      assertThat(figures.body())
          .contains("tool=\"get_thread\"", "upstream_responses", "mcp_sessions 0")
          .doesNotContain(Upstream.KEY);
    }
  }

  @Test
  void aDripOfHeadersIsCutOff() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.impatient(Duration.ofSeconds(1), upstream.url());
        RawClient fresh = new RawClient(server);
        RawClient used = new RawClient(server)) {
      assertThat(used.postJson("/mcp", PING).answer().status()).isEqualTo(200);

      drip(fresh, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ");
      drip(used, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ");

      assertThat(fresh.isClosedWithin(3_000)).isTrue();
      assertThat(used.isClosedWithin(3_000)).isTrue();
    }
  }

  @Test
  void aDripOfABodyIsCutOff() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.impatient(Duration.ofSeconds(1), upstream.url());
        RawClient client = new RawClient(server)) {
      client.send(
          "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100000\r\n\r\n");
      drip(client, "{\"jsonrpc\":");

      Answer answer = client.answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.body()).contains("\"jsonrpc\":\"2.0\"");
    }
  }

  @Test
  void whoSaysNothingIsCutOff() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.impatient(Duration.ofSeconds(1), upstream.url());
        RawClient client = new RawClient(server)) {
      assertThat(client.isClosedWithin(5_000)).isTrue();
    }
  }

  @Test
  void whoDoesNotReadIsCutOff() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.impatient(Duration.ofSeconds(1), upstream.url());
        RawClient stream = new RawClient(server);
        RawClient messages = new RawClient(server)) {
      stream.get("/sse", "").until("sessionId=");
      String endpoint = "/message?sessionId=" + stream.until("\n").strip();
      messages.postJson(endpoint, Messages.INITIALIZE).answer();
      int status = 202;
      for (int id = 0; id < 10_000 && status != 404; id++) {
        String list = Messages.request(id, "tools/list", "{}");
        status = messages.postJson(endpoint, list).answer().status();
      }

      assertThat(status).isEqualTo(404);
    }
  }

  @Test
  void whoDoesNotReadDoesNotKeepWhatWaits() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url());
        RawClient stream = new RawClient(server);
        RawClient messages = new RawClient(server)) {
      stream.get("/sse", "").until("sessionId=");
      String endpoint = "/message?sessionId=" + stream.until("\n").strip();
      messages.postJson(endpoint, Messages.INITIALIZE).answer();
      for (int id = 0; id < MORE_ANSWERS_THAN_FIT; id++) {
        messages.postJson(endpoint, Messages.request(id, "tools/list", "{}")).answer();
      }

      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (messages.postJson(endpoint, PING).answer().status() != 404) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(200);
      }
    }
  }

  @Test
  void whoWaitsForAnAnswerIsNotCutOff() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = TestServer.impatient(Duration.ofSeconds(1), upstream.url());
        RawClient stream = new RawClient(server);
        RawClient call = new RawClient(server)) {
      stream.get("/sse", "");
      call.postJson("/mcp", Messages.getThread(1, "t"));

      assertThat(stream.isClosedWithin(2_500)).isFalse();
      assertThat(call.isClosedWithin(1)).isFalse();
    }
  }

  /** Sends byte after byte for two seconds, or until the other end has had enough. */
  private static void drip(RawClient client, String text) throws InterruptedException {
    try {
      client.send(text);
      for (int i = 0; i < 10; i++) {
        Thread.sleep(200);
        client.send("x");
      }
    } catch (IOException e) {
      // It had.
    }
  }
}

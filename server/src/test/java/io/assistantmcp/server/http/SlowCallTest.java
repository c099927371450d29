package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that take long, and clients that do not wait for them. */
@Timeout(60)
class SlowCallTest {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String BOTH = JSON + "Accept: application/json, text/event-stream\r\n";

  @Test
  void whoTakesStreamsGetsCommentsUntilTheAnswerComes() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url());
        RawClient client = new RawClient(server)) {
      upstream.answers(new MockResponse.Builder().body("{}").headersDelay(2, TimeUnit.SECONDS));
      client.post("/mcp", BOTH, Messages.getThread(1, "t"));

      String answer = client.until("\r\n0\r\n\r\n");
      assertThat(answer).contains("Content-Type: text/event-stream", "X-Accel-Buffering: no");
      assertThat(answer.split("\n:\n", -1)).hasSizeGreaterThan(3);
      assertThat(answer).containsOnlyOnce("event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1");
    }
  }

  @Test
  void whoTakesOnlyJsonGetsSpacesBeforeIt() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url());
        RawClient client = new RawClient(server)) {
      upstream.answers(new MockResponse.Builder().body("{}").headersDelay(2, TimeUnit.SECONDS));
      client.post("/mcp", JSON + "Accept: application/json\r\n", Messages.getThread(1, "t"));

      String answer = client.until("\r\n0\r\n\r\n");
      assertThat(answer).contains("Content-Type: application/json", "\r\n1\r\n \r\n");
      assertThat(answer).contains("{\"jsonrpc\":\"2.0\",\"id\":1");
    }
  }

  @Test
  void aClientThatHangsUpAbortsItsCall() throws Exception {
    for (String headers : new String[] {BOTH, JSON}) {
      try (SilentUpstream upstream = new SilentUpstream();
          TestServer server = TestServer.start(upstream.url())) {
        try (RawClient client = new RawClient(server)) {
          client.post("/mcp", headers, Messages.getThread(1, "t"));
          assertThat(upstream.isCalled()).isTrue();
        }
        assertThat(upstream.isHungUpWithin(1_000)).as(headers).isTrue();
      }
    }
  }

  @Test
  void aCancelledCallOfWhichTheAnswerHasBegunEndsInOrder() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = TestServer.start(upstream.url());
        RawClient stream = new RawClient(server);
        RawClient json = new RawClient(server);
        RawClient other = new RawClient(server)) {
      stream.post("/mcp", BOTH, Messages.getThread(1, "t"));
      json.post("/mcp", JSON, Messages.getThread(2, "t"));
      stream.until("\n:\n");
      json.until("\r\n1\r\n ");

      other.postJson("/mcp", Messages.cancel(1)).answer();
      other.postJson("/mcp", Messages.cancel(2)).answer();

      assertThat(stream.until("\r\n0\r\n\r\n")).doesNotContain("data:");
      assertThat(json.until("\r\n0\r\n\r\n")).contains("Request cancelled");
    }
  }

  @Test
  void aCancellationReachesOnlyItsOwnCaller() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server =
            TestServer.start(upstream.url(), "MCP_CREDENTIALS_PASSTHROUGH", "true");
        RawClient caller = new RawClient(server);
        RawClient other = new RawClient(server)) {
      String mine = JSON + "X-OpenAI-API-Key: sk-mine\r\n";
      caller.post("/mcp", mine, Messages.getThread(1, "t"));
      assertThat(upstream.isCalled()).isTrue();

      other.post("/mcp", JSON + "X-OpenAI-API-Key: sk-other\r\n", Messages.cancel(1)).answer();
      assertThat(upstream.isHungUpWithin(500)).isFalse();

      other.post("/mcp", mine, Messages.cancel(1)).answer();
      assertThat(upstream.isHungUpWithin(1_000)).isTrue();
    }
  }

  @Test
  void aCancellationThatFitsTwoCallsCancelsNone() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = TestServer.start(upstream.url());
        RawClient one = new RawClient(server);
        RawClient two = new RawClient(server);
        RawClient other = new RawClient(server)) {
      one.postJson("/mcp", Messages.getThread(1, "t"));
      two.postJson("/mcp", Messages.getThread(1, "t"));
      assertThat(upstream.isCalled(2)).isTrue();

      assertThat(other.postJson("/mcp", Messages.cancel(1)).answer().status()).isEqualTo(202);
      assertThat(upstream.isHungUpWithin(500)).isFalse();
    }
  }
}

package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.http.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions on streamable HTTP. */
@Timeout(60)
class StatefulSessionTest {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  private static TestServer start(String upstream) throws IOException {
    return TestServer.start(upstream, "MCP_STATEFUL", "true");
  }

  private static String open(RawClient client) throws IOException {
    Answer answer = client.postJson("/mcp", Messages.INITIALIZE).answer();
    assertThat(answer.status()).isEqualTo(200);
    return JSON + "Mcp-Session-Id: " + answer.header("Mcp-Session-Id") + "\r\n";
  }

  @Test
  void aSessionLastsUntilItIsDeleted() throws IOException {
    try (Upstream upstream = new Upstream();
        TestServer server = start(upstream.url());
        RawClient client = new RawClient(server)) {
      String session = open(client);
      assertThat(client.post("/mcp", session, Messages.INITIALIZED).answer().status())
          .isEqualTo(202);
      assertThat(client.post("/mcp", session, PING).answer().status()).isEqualTo(200);

      assertThat(delete(client, session)).isEqualTo(204);

      Answer late = client.post("/mcp", session, PING).answer();
      assertThat(late.status()).isEqualTo(404);
      assertThat(late.body()).contains("\"jsonrpc\":\"2.0\"");
      assertThat(delete(client, session)).isEqualTo(404);
    }
  }

  @Test
  void withoutASessionOnlyInitializeIsServed() throws IOException {
    try (Upstream upstream = new Upstream();
        TestServer server = start(upstream.url());
        RawClient client = new RawClient(server)) {
      assertThat(client.postJson("/mcp", PING).answer().status()).isEqualTo(400);
      assertThat(client.postJson("/mcp", Messages.INITIALIZED).answer().status()).isEqualTo(400);
      assertThat(delete(client, "")).isEqualTo(400);
      assertThat(client.get("/mcp", "").answer().header("Allow")).isEqualTo("POST, DELETE");
    }
  }

  @Test
  void theEndOfASessionAbortsItsCalls() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = start(upstream.url());
        RawClient client = new RawClient(server);
        RawClient other = new RawClient(server)) {
      String session = open(client);
      client.post("/mcp", session, Messages.getThread(1, "t"));
      assertThat(upstream.isCalled()).isTrue();

      delete(other, session);

      assertThat(upstream.isHungUpWithin(1_000)).isTrue();
    }
  }

  @Test
  void aCancellationReachesOnlyItsOwnSession() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = start(upstream.url());
        RawClient client = new RawClient(server);
        RawClient other = new RawClient(server)) {
      String session = open(client);
      client.post("/mcp", session, Messages.getThread(1, "t"));
      assertThat(upstream.isCalled()).isTrue();

      assertThat(other.post("/mcp", open(other), Messages.cancel(1)).answer().status())
          .isEqualTo(202);
      assertThat(upstream.isHungUpWithin(500)).isFalse();

      other.post("/mcp", session, Messages.cancel(1)).answer();
      assertThat(upstream.isHungUpWithin(1_000)).isTrue();
    }
  }

  private static int delete(RawClient client, String session) throws IOException {
    return client
        .send("DELETE /mcp HTTP/1.1\r\nHost: localhost\r\n" + session + "\r\n")
        .answer()
        .status();
  }
}

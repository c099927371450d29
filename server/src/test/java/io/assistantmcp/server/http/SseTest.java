package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.http.RawClient.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only the old transport has: streams, and messages that belong to them. */
@Timeout(60)
class SseTest {

  private static final String PASSTHROUGH = "MCP_CREDENTIALS_PASSTHROUGH";
  private static final String KEY = "X-OpenAI-API-Key";

  @Test
  void theKeyOfTheStreamHoldsUnlessAMessageHasItsOwn() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), PASSTHROUGH, "true");
        SseClient client = new SseClient(server, KEY, "sk-stream")) {
      client.ask(Messages.INITIALIZE).get(20, TimeUnit.SECONDS);
      for (int i = 0; i < 3; i++) {
        upstream.answers(200, "{}");
      }
      client.ask(Messages.getThread(1, "t")).get(20, TimeUnit.SECONDS);
      client.ask(Messages.getThread(2, "t"), KEY, "sk-own").get(20, TimeUnit.SECONDS);
      client.ask(Messages.getThread(3, "t")).get(20, TimeUnit.SECONDS);

      assertThat(key(upstream)).isEqualTo("Bearer sk-stream");
      assertThat(key(upstream)).isEqualTo("Bearer sk-own");
      assertThat(key(upstream)).isEqualTo("Bearer sk-stream");
    }
  }

  @Test
  void aStreamWithoutAKeyDoesNotInheritThatOfAMessage() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), PASSTHROUGH, "true");
        SseClient client = new SseClient(server)) {
      client.ask(Messages.INITIALIZE, KEY, "sk-once").get(20, TimeUnit.SECONDS);

      assertThat(client.ask(Messages.getThread(1, "t")).get(20, TimeUnit.SECONDS).toString())
          .contains("\"isError\":true", KEY);
      assertThat(upstream.request()).isNull();
    }
  }

  @Test
  void whoAsksAsSoonAsInitializeIsAnsweredIsServed() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url())) {
      for (int i = 0; i < 50; i++) {
        SseClient client = new SseClient(server);
        client.ask(Messages.INITIALIZE).get(20, TimeUnit.SECONDS);
        String list = Messages.request(1, "tools/list", "{}");
        assertThat(client.ask(list).get(20, TimeUnit.SECONDS).has("result")).isTrue();
        client.hangUp();
      }
    }
  }

  @Test
  void whoHasAnAnswerHasRoomForTheNextCall() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), "MAX_CONCURRENT_CALLS", "1");
        SseClient client = new SseClient(server)) {
      client.ask(Messages.INITIALIZE).get(20, TimeUnit.SECONDS);
      for (int id = 1; id <= 200; id++) {
        String list = Messages.request(id, "tools/list", "{}");
        assertThat(client.ask(list).get(20, TimeUnit.SECONDS).has("result")).isTrue();
      }
    }
  }

  @Test
  void messagesNeedASessionThatThereIs() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url());
        RawClient client = new RawClient(server)) {
      assertThat(client.postJson("/message", Messages.INITIALIZE).answer().status()).isEqualTo(400);
      assertThat(client.postJson("/message?sessionId=x", Messages.INITIALIZE).answer().status())
          .isEqualTo(404);
    }
  }

  @Test
  void sessionIdsCannotBeGuessed() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url())) {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        try (RawClient client = new RawClient(server)) {
          client.get("/sse", "");
          client.until("sessionId=");
          ids.add(client.until("\n").strip());
        }
      }
      assertThat(ids).hasSize(50).allMatch(id -> id.matches("[A-Za-z0-9_-]{32}"));
    }
  }

  @Test
  void aClientThatHangsUpAbortsItsCallsAndEndsItsSession() throws Exception {
    try (SilentUpstream upstream = new SilentUpstream();
        TestServer server = TestServer.start(upstream.url());
        SseClient client = new SseClient(server);
        RawClient other = new RawClient(server)) {
      client.ask(Messages.INITIALIZE).get(20, TimeUnit.SECONDS);
      client.ask(Messages.getThread(1, "t"));
      assertThat(upstream.isCalled()).isTrue();

      client.hangUp();

      assertThat(upstream.isHungUpWithin(1_000)).isTrue();
      Answer late = other.postJson(client.endpoint(), Messages.getThread(2, "t")).answer();
      assertThat(late.status()).isEqualTo(404);
    }
  }

  @Test
  void streamsAreCountedAndEndInOrder() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), "MAX_STREAMS", "3")) {
      List<RawClient> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        open.add(new RawClient(server).get("/sse", ""));
        open.get(i).until("sessionId=");
      }
      try (RawClient client = new RawClient(server)) {
        Answer refused = client.get("/sse", "").answer();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(client.get("/healthz", "").answer().status()).isEqualTo(200);
      }
      server.end();
      for (RawClient client : open) {
        assertThat(client.until("\r\n0\r\n\r\n")).as("an end in order").endsWith("0\r\n\r\n");
        client.close();
      }
    }
  }

  @Test
  void streamsOfClientsThatHaveGoneMakeRoomForOthers() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), "MAX_STREAMS", "2")) {
      for (int i = 0; i < 2; i++) {
        try (RawClient gone = new RawClient(server)) {
          gone.get("/sse", "").until("sessionId=");
        }
      }
      int refusals = 0;
      while (!isLetIn(server)) {
        refusals++;
        Thread.sleep(100);
      }
      assertThat(refusals).isLessThan(50);
    }
  }

  private static boolean isLetIn(TestServer server) throws Exception {
    try (RawClient client = new RawClient(server)) {
      return client.get("/sse", "").until("\r\n").contains(" 200 ");
    }
  }

  @Test
  void thousandsOfIdleStreamsTakeNoThreads() throws Exception {
    try (Upstream upstream = new Upstream();
        TestServer server = TestServer.start(upstream.url(), "MAX_STREAMS", "2000")) {
      int before = Thread.activeCount();
      List<RawClient> open = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        open.add(new RawClient(server).get("/sse", ""));
      }
      for (RawClient client : open) {
        client.until("sessionId=");
      }
      assertThat(Thread.activeCount() - before).isLessThan(40);
      try (RawClient client = new RawClient(server)) {
        assertThat(client.postJson("/mcp", Messages.INITIALIZE).answer().status()).isEqualTo(200);
        assertThat(client.get("/sse", "").answer().status()).isEqualTo(503);
      }
      for (RawClient client : open) {
        client.close();
      }
    }
  }

  private static String key(Upstream upstream) {
    return upstream.request().getHeaders().get("Authorization");
  }
}

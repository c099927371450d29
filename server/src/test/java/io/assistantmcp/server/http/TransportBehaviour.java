package io.assistantmcp.server.http;

import static io.assistantmcp.server.http.Answers.code;
import static io.assistantmcp.server.http.Answers.message;
import static io.assistantmcp.server.http.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What every transport does alike. */
@Timeout(60)
abstract class TransportBehaviour {

  private final Upstream upstream = new Upstream();

  /** A client of a server that calls this upstream, with more settings. */
  abstract Client connect(String upstreamUrl, String... settings) throws Exception;

  @AfterEach
  void close() {
    upstream.close();
  }

  private Client begin(String upstreamUrl, String... settings) throws Exception {
    Client client = connect(upstreamUrl, settings);
    answer(client, Messages.INITIALIZE);
    client.tell(Messages.INITIALIZED);
    return client;
  }

  private static JsonNode answer(Client client, String request) throws Exception {
    return client.ask(request).get(20, TimeUnit.SECONDS);
  }

  @Test
  void itSaysWhoItIs() throws Exception {
    try (Client client = connect(upstream.url())) {
      JsonNode result = answer(client, Messages.INITIALIZE).path("result");

      assertThat(result.path("protocolVersion").asString()).isEqualTo("2025-11-25");
      assertThat(result.path("serverInfo").path("name").asString())
          .isEqualTo("openai-assistant-mcp");
      assertThat(result.path("instructions").asString()).contains("create_run");
    }
  }

  @Test
  void itListsAllTools() throws Exception {
    try (Client client = begin(upstream.url())) {
      JsonNode tools = answer(client, Messages.request(1, "tools/list", "{}")).path("result");

      assertThat(tools.path("tools").size()).isEqualTo(23);
      assertThat(tools.has("nextCursor")).isFalse();
    }
  }

  @Test
  void itListsAndCallsOnlyWhatTheSettingsLeave() throws Exception {
    try (Client client =
        begin(upstream.url(), "READ_ONLY", "true", "TOOLS", "get_run,create_run")) {
      JsonNode list = answer(client, Messages.request(1, "tools/list", "{}")).path("result");
      assertThat(list.path("tools").size()).isEqualTo(1);
      assertThat(list.path("tools").path(0).path("name").asString()).isEqualTo("get_run");

      JsonNode writing = answer(client, Messages.call(2, "create_run", "{}"));
      assertThat(writing.path("result").path("isError").asBoolean()).isTrue();
      assertThat(text(writing)).startsWith("create_run is not served here: READ_ONLY=true");

      JsonNode other = answer(client, Messages.getThread(3, "thread_1"));
      assertThat(text(other)).contains("TOOLSETS", "its toolset threads");
      assertThat(upstream.request()).isNull();

      upstream.answers(200, "{}");
      String ids = "{\"thread_id\":\"t\",\"run_id\":\"r\"}";
      assertThat(text(answer(client, Messages.call(4, "get_run", ids)))).isEqualTo("{}");
    }
  }

  @Test
  void aRenamedToolIsCalledByItsFormerNameButNotListedSo() throws Exception {
    try (Client client = begin(upstream.url())) {
      JsonNode list = answer(client, Messages.request(1, "tools/list", "{}"));
      assertThat(list.toString()).contains("get_thread").doesNotContain(TestServer.FORMER_NAME);

      upstream.answers(200, "{\"id\":\"thread_1\"}");
      String ids = "{\"thread_id\":\"thread_1\"}";
      JsonNode answer = answer(client, Messages.call(2, TestServer.FORMER_NAME, ids));
      assertThat(text(answer)).isEqualTo("{\"id\":\"thread_1\"}");
      assertThat(upstream.request().getTarget()).isEqualTo("/v1/threads/thread_1");
    }
    try (Client client = begin(upstream.url(), "EXCLUDE_TOOLS", TestServer.FORMER_NAME)) {
      JsonNode answer = answer(client, Messages.call(1, TestServer.FORMER_NAME, "{}"));
      assertThat(text(answer)).startsWith("get_thread is not served here: EXCLUDE_TOOLS names it");
    }
  }

  @Test
  void aCallReachesUpstreamAndItsAnswerTheClient() throws Exception {
    upstream.answers(200, "{\"id\":\"thread_1\",\"n\":1.50,\"none\":null}");
    try (Client client = begin(upstream.url())) {
      JsonNode answer = answer(client, Messages.getThread("\"a\"", "thread_1"));

      assertThat(answer.path("result").path("isError").asBoolean()).isFalse();
      assertThat(text(answer)).isEqualTo("{\"id\":\"thread_1\",\"n\":1.50,\"none\":null}");
      assertThat(upstream.request().getHeaders().get("Authorization"))
          .isEqualTo("Bearer " + Upstream.KEY);
    }
  }

  @Test
  void whatUpstreamRefusesIsAResult() throws Exception {
    upstream.answers(
        404, "{\"error\":{\"message\":\"No thread\",\"type\":\"invalid_request_error\"}}");
    try (Client client = begin(upstream.url())) {
      JsonNode answer = answer(client, Messages.getThread(1, "thread_1"));

      assertThat(answer.path("result").path("isError").asBoolean()).isTrue();
      assertThat(text(answer)).contains("404", "No thread");
    }
  }

  @Test
  void argumentsThatDoNotFitAreAResult() throws Exception {
    try (Client client = begin(upstream.url())) {
      JsonNode answer = answer(client, Messages.call(1, "get_thread", "{}"));

      assertThat(answer.path("result").path("isError").asBoolean()).isTrue();
      assertThat(text(answer)).contains("thread_id");
      assertThat(upstream.request()).isNull();
    }
  }

  @Test
  void mistakesOfTheClientAreErrors() throws Exception {
    try (Client client = begin(upstream.url())) {
      JsonNode tool = answer(client, Messages.call(1, "no_such_tool", "{}"));
      assertThat(code(tool)).isEqualTo(-32602);
      assertThat(message(tool)).isEqualTo("Unknown tool: no_such_tool");

      JsonNode method = answer(client, Messages.request(2, "resources/list", "{}"));
      assertThat(code(method)).isEqualTo(-32601);

      JsonNode params = answer(client, Messages.request(3, "tools/call", "{\"name\":7}"));
      assertThat(code(params)).isEqualTo(-32602);
      assertThat(message(params)).isEqualTo("Invalid params: /params/name must be a string");
    }
  }

  @Test
  void itServesThoughTheClientNeverSaysInitialized() throws Exception {
    try (Client client = connect(upstream.url())) {
      answer(client, Messages.INITIALIZE);

      assertThat(answer(client, Messages.request(1, "ping", "{}")).has("result")).isTrue();
      assertThat(answer(client, Messages.request(2, "tools/list", "{}")).has("result")).isTrue();
    }
  }

  @Test
  void callsRunAtTheSameTimeAndEachIsAnsweredOnce() throws Exception {
    try (Client client = begin(upstream.url())) {
      List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
      for (int id = 0; id < 40; id++) {
        upstream.answers(slow(1));
      }
      long begin = System.nanoTime();
      for (int id = 0; id < 40; id++) {
        answers.add(client.ask(Messages.getThread(id, "t")));
      }

      Set<Integer> ids = new HashSet<>();
      for (CompletableFuture<JsonNode> answer : answers) {
        ids.add(answer.get(20, TimeUnit.SECONDS).path("id").asInt());
        assertThat(text(answer.join())).isEqualTo("{}");
      }
      assertThat(ids).hasSize(40);
      assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }
  }

  @Test
  void aCancelledCallIsAbortedUpstreamAndNotAnswered() throws Exception {
    try (SilentUpstream silent = new SilentUpstream();
        Client client = begin(silent.url())) {
      CompletableFuture<JsonNode> answer = client.ask(Messages.getThread(7, "t"));
      assertThat(silent.isCalled()).isTrue();

      client.tell(Messages.cancel(7));

      assertThat(silent.isHungUpWithin(1_000)).isTrue();
      assertThat(answer.isDone() && !answer.isCompletedExceptionally()).isFalse();
      assertThat(answer(client, Messages.request(8, "ping", "{}")).has("result")).isTrue();
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeTheServerEnds() throws Exception {
    try (Client client = begin(upstream.url())) {
      upstream.answers(slow(2));
      CompletableFuture<JsonNode> answer = client.ask(Messages.getThread(1, "t"));
      assertThat(upstream.awaitRequest()).isNotNull();

      client.endServer();

      assertThat(text(answer.get(5, TimeUnit.SECONDS))).isEqualTo("{}");
    }
  }

  private static MockResponse.Builder slow(int seconds) {
    return new MockResponse.Builder().body("{}").headersDelay(seconds, TimeUnit.SECONDS);
  }
}

package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people with keys of their own, at once and over the same connections. */
class TenantsTest {

  private static final int CALLS = 1_000;

  private final MockWebServer upstream = new MockWebServer();
  private final HttpClient http = HttpClient.newHttpClient();

  /** An upstream that answers with the thread it was asked for and the key that asked. */
  @BeforeEach
  void startUpstream() throws Exception {
    upstream.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String thread = request.getUrl().pathSegments().get(2);
            String key = request.getHeaders().get("Authorization");
            return new MockResponse.Builder()
                .body("{\"thread\":\"" + thread + "\",\"key\":\"" + key + "\"}")
                .build();
          }
        });
    upstream.start();
  }

  @AfterEach
  void stopUpstream() {
    upstream.close();
  }

  private TestServer start(boolean stateful) throws Exception {
    return TestServer.start(
        upstream.url("/v1").toString(),
        "MCP_CREDENTIALS_PASSTHROUGH",
        "true",
        "MCP_STATEFUL",
        Boolean.toString(stateful));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theirKeysAreNeverMixedOnOneConnectionAndInOneSession(boolean stateful) throws Exception {
    try (TestServer server = start(stateful)) {
      String session =
          http.send(post(server, "sk-none", "none", Messages.INITIALIZE), BodyHandlers.ofString())
              .headers()
              .firstValue("Mcp-Session-Id")
              .orElse("none");
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (int id = 0; id < CALLS; id++) {
        HttpRequest call =
            post(server, "sk-" + tenant(id), session, Messages.getThread(id, tenant(id) + id));
        answers.add(http.sendAsync(call, BodyHandlers.ofString()).thenApply(each -> each.body()));
        if (id % 50 == 49) {
          answers.get(id - 20).get(60, TimeUnit.SECONDS);
        }
      }
      for (int id = 0; id < CALLS; id++) {
        assertOwn(answers.get(id).get(60, TimeUnit.SECONDS), id);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theirKeysAreNeverMixedOnStreams(boolean onMessages) throws Exception {
    try (TestServer server = start(false);
        SseClient one = client(server, "sk-a", onMessages);
        SseClient two = client(server, "sk-b", onMessages)) {
      List<CompletableFuture<?>> answers = new ArrayList<>();
      for (int id = 0; id < CALLS / 2; id++) {
        SseClient client = id % 2 == 0 ? one : two;
        String call = Messages.getThread(id, tenant(id) + id);
        answers.add(
            onMessages
                ? client.ask(call, "X-OpenAI-API-Key", "sk-" + tenant(id))
                : client.ask(call));
      }
      for (int id = 0; id < answers.size(); id++) {
        assertOwn(answers.get(id).get(60, TimeUnit.SECONDS).toString(), id);
      }
    }
  }

  private static SseClient client(TestServer server, String key, boolean onMessages)
      throws Exception {
    SseClient client =
        onMessages ? new SseClient(server) : new SseClient(server, "X-OpenAI-API-Key", key);
    client.ask(Messages.INITIALIZE).get(20, TimeUnit.SECONDS);
    return client;
  }

  private static String tenant(int id) {
    return id % 2 == 0 ? "a" : "b";
  }

  private static void assertOwn(String answer, int id) {
    assertThat(answer)
        .contains("\\\"thread\\\":\\\"" + tenant(id) + id + "\\\"")
        .contains("Bearer sk-" + tenant(id) + "\\\"")
        .doesNotContain(Upstream.KEY);
  }

  private static HttpRequest post(TestServer server, String key, String session, String message) {
    return HttpRequest.newBuilder(URI.create(server.url("/mcp")))
        .header("Content-Type", "application/json")
        .header("X-OpenAI-API-Key", key)
        .header("Mcp-Session-Id", session)
        .POST(HttpRequest.BodyPublishers.ofString(message))
        .build();
  }
}

package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server over HTTP, as a process. */
@Timeout(120)
class HttpIT {

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @Test
  void itSaysWhereItListensAndServesUntilItIsAskedToEnd() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream, "http", 0)) {
      String url = url(server);
      assertThat(server.errors())
          .contains("listening on http://127.0.0.1:", "/mcp and http://127.0.0.1:", "/sse");

      upstream.answers(200, "{\"id\":\"t\"}");
      assertThat(http.send(call(url, 1), BodyHandlers.ofString()).body()).contains("\\\"id\\\"");

      server.terminate();
      assertThat(server.exitCode()).isZero();
      assertThat(server.line()).as("anything on stdout").isNull();
    }
  }

  @Test
  void aTerminationUnderLoadLosesNoCallThatWasTaken() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream, "streamable-http", 0)) {
      String url = url(server);
      int calls = 100;
      for (int i = 0; i < calls; i++) {
        upstream.answers(new MockResponse.Builder().body("{}").headersDelay(2, TimeUnit.SECONDS));
      }
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int id = 0; id < calls; id++) {
        answers.add(http.sendAsync(call(url, id), BodyHandlers.ofString()));
      }
      for (int i = 0; i < calls; i++) {
        assertThat(upstream.awaitRequest()).isNotNull();
      }

      server.terminate();

      awaitStatus(url.replace("/mcp", "/readyz"), 503);
      assertThat(http.send(call(url, 999), BodyHandlers.ofString()).statusCode()).isEqualTo(503);
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).body()).contains("\"isError\":false");
      }
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerSocket taken = new ServerSocket(0);
        ServerProcess server = start(upstream, "sse", taken.getLocalPort())) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.errors().lines()).hasSize(1);
      assertThat(server.errors()).contains("PORT: " + taken.getLocalPort());
    }
  }

  private ServerProcess start(Upstream upstream, String transport, int port) throws IOException {
    return ServerProcess.start(
        directory,
        Map.of(
            "OPENAI_API_KEY",
            Upstream.KEY,
            "OPENAI_BASE_URL",
            upstream.url(),
            "TRANSPORT",
            transport,
            "PORT",
            Integer.toString(port)));
  }

  /** Where the process says that it serves {@code /mcp}. */
  private static String url(ServerProcess server) throws Exception {
    while (!server.errors().contains("/mcp")) {
      Thread.sleep(20);
    }
    return server.errors().replaceFirst("(?s).*?(http\\S+/mcp).*", "$1");
  }

  private void awaitStatus(String url, int status) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    while (http.send(request, BodyHandlers.discarding()).statusCode() != status) {
      Thread.sleep(20);
    }
  }

  private static HttpRequest call(String url, int id) {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"get_thread\",\"arguments\":{\"thread_id\":\"t\"}}}"
            .formatted(id);
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(message))
        .build();
  }
}

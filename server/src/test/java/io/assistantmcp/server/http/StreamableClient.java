package io.assistantmcp.server.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A client on streamable HTTP; it uses a session if it is given one. */
final class StreamableClient implements Client {

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestServer server;
  private volatile String session = "";

  StreamableClient(String upstream, boolean stateful, String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("MCP_STATEFUL", Boolean.toString(stateful)));
    server = TestServer.start(upstream, all.toArray(String[]::new));
  }

  @Override
  public CompletableFuture<JsonNode> ask(String request) {
    return http.sendAsync(post(request), BodyHandlers.ofString()).thenApply(this::answer);
  }

  private HttpRequest post(String message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url("/mcp")))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    return request.build();
  }

  /** Never completes what has no answer. */
  private JsonNode answer(HttpResponse<String> response) {
    response.headers().firstValue("Mcp-Session-Id").ifPresent(id -> session = id);
    String type = response.headers().firstValue("Content-Type").orElse("");
    String body = response.body();
    if (type.equals("text/event-stream")) {
      int data = body.indexOf("data: ");
      body = data < 0 ? "" : body.substring(data + 6);
    }
    if (body.isBlank()) {
      throw new IllegalStateException("no answer, status " + response.statusCode());
    }
    return Answers.json(body);
  }

  @Override
  public void tell(String notification) throws IOException, InterruptedException {
    int status = http.send(post(notification), BodyHandlers.ofString()).statusCode();
    if (status != 202) {
      throw new IllegalStateException("status " + status);
    }
  }

  @Override
  public void endServer() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
  }
}

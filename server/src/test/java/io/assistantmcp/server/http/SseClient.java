package io.assistantmcp.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A client on the old transport: one stream with all answers. */
final class SseClient implements Client {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Answers answers = new Answers();
  private final CompletableFuture<String> endpoint = new CompletableFuture<>();
  private final TestServer server;
  private final Stream<String> lines;

  SseClient(TestServer server, String... headers) throws IOException, InterruptedException {
    this.server = server;
    HttpRequest.Builder open = HttpRequest.newBuilder(URI.create(server.url("/sse")));
    if (headers.length > 0) {
      open.headers(headers);
    }
    lines = http.send(open.build(), BodyHandlers.ofLines()).body();
    Thread reader = new Thread(this::read, "sse-client");
    reader.setDaemon(true);
    reader.start();
  }

  static SseClient to(String upstream, String... settings)
      throws IOException, InterruptedException {
    return new SseClient(TestServer.start(upstream, settings));
  }

  private void read() {
    try {
      lines
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring(6))
          .forEach(this::take);
    } catch (UncheckedIOException e) {
      // This end has hung up.
    }
  }

  private void take(String data) {
    if (data.startsWith("{")) {
      answers.add(data);
    } else {
      endpoint.complete(data);
    }
  }

  String endpoint() {
    return endpoint.join();
  }

  @Override
  public CompletableFuture<JsonNode> ask(String request) throws Exception {
    tell(request);
    return answers.of(request);
  }

  /** Posts with headers of its own. */
  CompletableFuture<JsonNode> ask(String request, String... own) throws Exception {
    post(request, own);
    return answers.of(request);
  }

  @Override
  public void tell(String notification) throws Exception {
    post(notification);
  }

  private void post(String message, String... own) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url(endpoint.join())))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    if (own.length > 0) {
      request.headers(own);
    }
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status != 202) {
      throw new IllegalStateException("status " + status);
    }
  }

  /** Hangs up. */
  void hangUp() {
    lines.close();
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

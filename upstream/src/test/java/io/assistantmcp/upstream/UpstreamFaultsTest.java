package io.assistantmcp.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A server on this machine stands for the one that publishes the document. */
class UpstreamFaultsTest {

  private static final byte[] MEGABYTE = new byte[1 << 20];

  @TempDir Path folder;
  private Project project;
  private HttpServer server;
  private String url;
  private HttpHandler handler = exchange -> exchange.close();

  @BeforeEach
  void publish() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/openapi.yaml", exchange -> handler.handle(exchange));
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/openapi.yaml";
    project = Project.cutWidgets(folder);
    Files.writeString(
        project.file("upstream.lock"), project.lock().replaceFirst("url: .*", "url: " + url));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void followsTheUrlOfTheLockAndAsksOnlyForNewerVersions() throws IOException {
    handler = this::newer;
    assertThat(project.run("--check").exit()).isEqualTo(3);
    assertThat(project.run().exit()).isZero();
    assertThat(project.slice()).contains("maximum: 200");
    assertThat(project.lock())
        .contains("url: " + url + "\nsource: " + url + "\ndate: '" + Project.TODAY + "'\nsha256: ")
        .contains("etag: '\"two\"'");
    assertThat(project.run("--check"))
        .isEqualTo(new Project.Run(0, "", "update-spec: nothing new\n"));
    assertThat(project.run()).isEqualTo(new Project.Run(0, "", "update-spec: nothing new\n"));
  }

  private void newer(HttpExchange exchange) throws IOException {
    boolean known = "\"two\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.getResponseHeaders().add("ETag", "\"two\"");
    if (known) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
    } else {
      send(exchange, 200, document().replace("maximum: 100", "maximum: 200").getBytes());
    }
  }

  @TestFactory
  Stream<DynamicTest> tellsEachFaultInOneLineAndChangesNothing() {
    Map<String, HttpHandler> faults =
        Map.of(
            "answered 404; check the address", exchange -> send(exchange, 404, new byte[0]),
            "answered 500; try again later", exchange -> send(exchange, 500, new byte[0]),
            "ended before its end", this::half,
            "is larger than 64 MiB", this::large,
            "redirects to another host", this::elsewhere,
            "is a web page or XML",
                exchange -> send(exchange, 200, "\n<!DOCTYPE html><p>Hello".getBytes()),
            "is no OpenAPI document", exchange -> send(exchange, 200, "{\"a\": 1}".getBytes()),
            "is no valid YAML or JSON", exchange -> send(exchange, 200, "{a: [".getBytes()),
            "answered 304", exchange -> send(exchange, 304, new byte[0]));
    return faults.entrySet().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> check(fault)));
  }

  private void check(Map.Entry<String, HttpHandler> fault) {
    handler = fault.getValue();
    String before = project.slice() + project.lock();
    for (List<String> mode : List.of(List.of("--check"), List.<String>of())) {
      Project.Run run = project.run(mode.toArray(String[]::new));
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().strip().lines())
          .singleElement()
          .asString()
          .startsWith(url)
          .contains(fault.getKey())
          .endsWith("; nothing was changed");
      assertThat(project.slice() + project.lock()).isEqualTo(before);
    }
  }

  private void half(HttpExchange exchange) throws IOException {
    byte[] body = document().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /** 300 MB, or as much of it as is taken. */
  private void large(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 300; i++) {
        out.write(MEGABYTE);
      }
    }
  }

  private void elsewhere(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", url.replace("127.0.0.1", "localhost"));
    send(exchange, 302, new byte[0]);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String document() throws IOException {
    return Files.readString(Project.WIDGETS.resolve("upstream.yaml"));
  }
}

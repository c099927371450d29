package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assistantmcp.openapi.document.SpecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamUrlTest {

  private static final int TOO_LARGE = (64 << 20) + 1;

  @TempDir Path folder;
  private Shop shop;
  private HttpServer server;
  private String base;

  @BeforeEach
  void openShop() throws IOException {
    shop = Shop.of(Shop.RESOURCES.resolve("base"), folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void readsAUrlAndRecordsIt() throws Exception {
    serve("/openapi.yaml", Files.readAllBytes(shop.upstream()));
    UpstreamSpec spec = UpstreamSpec.read(base + "/openapi.yaml");
    assertThat(spec.source()).isEqualTo(base + "/openapi.yaml");
    assertThat(shop.run(base + "/openapi.yaml").exit()).isZero();
  }

  @Test
  void readsAGzippedDocumentAndHashesWhatIsInIt() throws Exception {
    serve("/openapi.yaml.gz", gzip(Files.readAllBytes(shop.upstream())));
    assertThat(UpstreamSpec.read(base + "/openapi.yaml.gz").sha256())
        .isEqualTo(UpstreamSpec.read(shop.upstream().toString()).sha256());
  }

  @Test
  void doesNotReadAVersionThatIsKnown() throws Exception {
    server.createContext("/versions", this::versions);
    UpstreamSpec spec = UpstreamSpec.read(base + "/versions");
    assertThat(spec.etag()).hasValue("\"one\"");
    assertThat(UpstreamSpec.readNewer(base + "/versions", "\"one\"")).isEmpty();
    assertThat(UpstreamSpec.readNewer(base + "/versions", "\"none\"")).isPresent();
  }

  private void versions(HttpExchange exchange) throws IOException {
    boolean known = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    byte[] body = known ? new byte[0] : Files.readAllBytes(shop.upstream());
    exchange.getResponseHeaders().add("ETag", "\"one\"");
    exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void refusesHalfADocument() throws IOException {
    byte[] body = Files.readAllBytes(shop.upstream());
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body, 0, body.length / 2);
          exchange.getResponseBody().flush();
          exchange.close();
        });
    assertThat(shop.run(base + "/half").err()).contains("ended before its end");
  }

  @Test
  void saysToWaitWhenTheServerFails() {
    answer("/broken-server", 500, "");
    assertThat(shop.run(base + "/broken-server").err()).contains("answered 500; try again later");
  }

  @Test
  void followsARedirectOnTheSameHost() throws IOException {
    serve("/openapi.yaml", Files.readAllBytes(shop.upstream()));
    answer("/old", 302, "/openapi.yaml");
    assertThat(shop.run(base + "/old").exit()).isZero();
  }

  @Test
  void doesNotFollowARedirectToAnotherHost() {
    answer("/old", 301, base.replace("127.0.0.1", "localhost") + "/openapi.yaml");
    assertThat(shop.run(base + "/old").err())
        .contains("redirects to another host, http://localhost:")
        .contains("give that address if you trust it");
  }

  @Test
  void givesUpOnARedirectLoop() {
    answer("/loop", 302, "/loop");
    assertThat(shop.run(base + "/loop").err()).contains("redirects too often");
  }

  @Test
  void tellsTheStatusOfAFailure() {
    assertThat(shop.run(base + "/missing").err())
        .isEqualTo(
            base
                + "/missing:1: #: answered 404; check the address\n"
                + "1 problem; nothing was written\n");
  }

  @Test
  void refusesAWebPage() {
    serve("/page", "<!DOCTYPE html><title>openapi.yaml</title>".getBytes());
    assertThat(shop.run(base + "/page").err()).contains("is a web page or XML");
  }

  @Test
  void refusesMoreThan64MiB() {
    serve("/large", new byte[TOO_LARGE]);
    assertThat(shop.run(base + "/large").err()).contains("is larger than 64 MiB");
  }

  @Test
  void refusesMoreThan64MiBHiddenInAFewBytes() throws IOException {
    serve("/bomb", gzip(new byte[TOO_LARGE]));
    assertThat(shop.run(base + "/bomb").err()).contains("is larger than 64 MiB");
  }

  @Test
  void refusesABrokenArchive() {
    serve("/broken", new byte[] {0x1f, (byte) 0x8b, 0});
    assertThat(shop.run(base + "/broken").err()).contains("cannot be unpacked");
  }

  @Test
  void tellsThatNobodyAnswers() {
    server.stop(0);
    assertThat(shop.run(base + "/openapi.yaml").err()).contains("cannot be fetched");
  }

  @Test
  void refusesAUrlWithCredentials() {
    assertThat(shop.run("http://user:pass@127.0.0.1/openapi.yaml").err())
        .contains("must name a host, and no user");
  }

  @Test
  void doesNotWaitForeverForTheBody() {
    CountDownLatch done = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
          await(done);
        });
    Download download =
        new Download(URI.create(base + "/slow"), Optional.empty(), 100, Duration.ofMillis(200));
    assertThatThrownBy(download::body)
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("gave no whole answer in");
    done.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(String path, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private void answer(String path, int status, String location) {
    server.createContext(path, exchange -> redirect(exchange, status, location));
  }

  private static void redirect(HttpExchange exchange, int status, String location)
      throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}

package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls that are under way when something happens to the server. */
@Timeout(120)
class CallsInFlightIT {

  @TempDir private Path directory;

  @Test
  void aCancelledCallIsNotAnsweredAndItsConnectionIsClosed() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream)) {
      upstream.answers(slow(60));
      server.send(call(2));
      assertThat(upstream.awaitRequest()).isNotNull();

      server.send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":2}}");
      server.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}");

      assertThat(server.line()).contains("\"id\":3");
      long begin = System.nanoTime();
      assertThat(server.endOfInput()).as("an answer to the cancelled call").isEmpty();
      assertThat(server.exitCode()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
    }
  }

  @Test
  void whatIsInFlightIsAnsweredAfterTheEndOfTheInput() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream)) {
      for (int id = 2; id < 22; id++) {
        upstream.answers(slow(1));
        server.send(call(id));
      }

      assertThat(ids(server.endOfInput())).hasSize(20);
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aTerminationLetsCallsFinish() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream)) {
      upstream.answers(slow(1));
      server.send(call(2));
      assertThat(upstream.awaitRequest()).isNotNull();

      server.terminate();

      assertThat(server.line()).contains("\"id\":2", "\"isError\":false");
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void manyCallsAtOnceAreEachAnsweredOnceWhateverElseIsSent() throws Exception {
    int calls = 500;
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream)) {
      Thread writer =
          new Thread(
              () -> {
                for (int id = 2; id < calls + 2; id++) {
                  upstream.answers(200, "{}");
                  sendBoth(server, call(id), "not JSON");
                }
              });
      writer.start();
      Set<String> answered = new HashSet<>();
      for (int i = 0; i < 2 * calls; i++) {
        String line = server.line();
        if (line.contains("-32700")) {
          continue;
        }
        assertThat(answered.add(id(line))).as(line).isTrue();
      }
      writer.join();

      assertThat(answered).hasSize(calls);
      assertThat(server.endOfInput()).isEmpty();
      assertThat(server.exitCode()).isZero();
    }
  }

  private ServerProcess start(Upstream upstream) throws IOException {
    ServerProcess server =
        ServerProcess.start(
            directory, Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", upstream.url()));
    server.send(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"it\",\"version\":\"1\"}}}");
    assertThat(server.line()).contains("serverInfo");
    return server;
  }

  private static void sendBoth(ServerProcess server, String... lines) {
    try {
      for (String line : lines) {
        server.send(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MockResponse.Builder slow(int seconds) {
    return new MockResponse.Builder().body("{}").headersDelay(seconds, TimeUnit.SECONDS);
  }

  private static String call(int id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"get_thread\",\"arguments\":{\"thread_id\":\"t\"}}}"
        .formatted(id);
  }

  private static Set<String> ids(List<String> lines) {
    Set<String> ids = new HashSet<>();
    lines.forEach(line -> ids.add(id(line)));
    return ids;
  }

  private static String id(String line) {
    return line.replaceFirst(".*?\"id\":(\\d+).*", "$1");
  }
}

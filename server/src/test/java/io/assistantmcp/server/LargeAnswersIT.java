package io.assistantmcp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Large answers to many calls at once take turns in the memory that there is. */
@Timeout(300)
class LargeAnswersIT {

  private static final int CALLS = 64;
  private static final int BYTES = 15 << 20;
  private static final int HEAD = "{\"jsonrpc\":\"2.0\",\"id\":10".length();

  @TempDir private Path directory;

  @Test
  void eachIsPassedOnByAServerThatCouldNotHoldThemAll() throws Exception {
    try (MockWebServer upstream = new MockWebServer()) {
      upstream.setDispatcher(answering(new Buffer().writeUtf8(content())));
      upstream.start();
      Path errors = directory.resolve("stderr.txt");
      Process server = start(upstream.url("/v1").toString(), errors);
      try {
        Thread client = new Thread(() -> send(server.getOutputStream()));
        client.start();

        Map<String, Long> lengths = lines(server);
        server.getOutputStream().close();

        assertThat(lengths).hasSize(CALLS + 1);
        assertThat(lengths.values()).filteredOn(length -> length > 2L * BYTES).hasSize(CALLS);
        assertThat(server.waitFor()).isZero();
        assertThat(errors).isEmptyFile();
      } finally {
        server.destroyForcibly();
      }
    }
  }

  /** As plain values, the numbers in it would take thirty times their memory. */
  private static String content() {
    String numbers = "1,".repeat(BYTES / 32);
    return "{\"numbers\":["
        + numbers
        + "1],\"text\":\""
        + "x".repeat(BYTES - numbers.length())
        + "\"}";
  }

  private static Dispatcher answering(Buffer body) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return new MockResponse.Builder().body(body.clone()).build();
      }
    };
  }

  private Process start(String url, Path errors) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                ServerProcess.JAR.toString())
            .directory(directory.toFile())
            .redirectError(errors.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", url, "OPENAI_TIMEOUT", "600"));
    return builder.start();
  }

  /** The lengths of the lines, by how they begin. Whole, they would fill the memory of the test. */
  private static Map<String, Long> lines(Process server) throws IOException {
    InputStream out = server.getInputStream();
    Map<String, Long> lengths = new HashMap<>();
    StringBuilder head = new StringBuilder();
    long length = 0;
    byte[] chunk = new byte[1 << 16];
    for (int read; lengths.size() <= CALLS && (read = out.read(chunk)) >= 0; ) {
      for (int i = 0; i < read; i++) {
        length++;
        if (chunk[i] == '\n') {
          lengths.put(head.toString(), length);
          head.setLength(0);
          length = 0;
        } else if (head.length() < HEAD) {
          head.append((char) chunk[i]);
        }
      }
    }
    return lengths;
  }

  private static void send(OutputStream in) {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"it\",\"version\":\"1\"}}}\n");
    for (int id = 2; id < CALLS + 2; id++) {
      lines.append(
          "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"get_thread\",\"arguments\":{\"thread_id\":\"t\"}}}\n"
              .formatted(id));
    }
    try {
      in.write(lines.toString().getBytes(UTF_8));
      in.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

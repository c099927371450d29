package io.assistantmcp.server.call;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that no decent server gives: each ends, in a text that says what to do. */
@Timeout(60)
class HostileAnswerTest {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  /** What a server does with a connection. */
  private interface Script {
    void write(OutputStream out) throws IOException;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK~Content-Length: 6~~{"a":         | broke before the answer was complete
          HTTP/1.1 200 OK~Content-Length: 4~~{"a":1}       | the answer is no JSON: it broke off
          HTTP/1.1 200 OK~Content-Length: 5~~{"a":         | the answer is no JSON: it broke off
          HTTP/1.1 200 OK~Content-Length: -1~~{"a":        | the answer is no JSON: it broke off
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~  | broke before the answer was complete
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~9~{} | broke before the answer was complete
          HTTP/1.1 200 OK~Content-Encoding: gzip~Content-Length: 2~~{} | broke before the answer was complete
          HTTP/1.1 204 No Content~Content-Length: 2~~{}    | broke before the answer was complete
          HTTP/1.1 200 OK~~<html><body>Log in</body></html> | message: Log in
          HTTP/1.1 502 Bad Gateway~~<html><h1>nginx</h1></html> | message: nginx
          HTTP/1.1 999 Whatever~~                          | HTTP 999
          SSH-2.0-OpenSSH_9.2~~                            | broke before the answer was complete
          ''                                               | broke before the answer was complete
          """)
  void brokenAnswersAreErrors(String bytes, String told) throws IOException {
    String answer = bytes.replace("~", "\r\n");

    assertFailure(answer(out -> out.write(answer.getBytes(US_ASCII)))).contains(told);
  }

  @Test
  void zippedAnswersAreUnpacked() throws IOException {
    byte[] zipped = zipped(1, "{\"a\":1}");

    assertThat(Upstream.text(answer(out -> gzip(out, zipped)))).isEqualTo("{\"a\":1}");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] zipped = zipped(1000, " ".repeat(MEBIBYTE));

    assertFailure(answer(out -> gzip(out, zipped))).contains("is larger than 16 MiB");
  }

  @ParameterizedTest
  @CsvSource({"200, is larger than 16 MiB", "500, is larger than 16 MiB"})
  void aStreamIsNotReadToItsEnd(int status, String told) throws IOException {
    AtomicLong sent = new AtomicLong();
    Script endless =
        out -> {
          out.write(CHUNKED.replace("200", String.valueOf(status)).getBytes(US_ASCII));
          byte[] chunk = ("100000\r\n" + "x".repeat(MEBIBYTE) + "\r\n").getBytes(US_ASCII);
          while (sent.incrementAndGet() < 100) {
            out.write(chunk);
          }
        };

    assertFailure(answer(endless)).contains(told);
    assertThat(sent).hasValueLessThan(50);
  }

  @Test
  void headersWithoutEndAreNotReadToTheirEnd() throws IOException {
    Script endless =
        out -> {
          out.write(OK.getBytes(US_ASCII));
          for (int i = 0; i < 100; i++) {
            out.write(("x-" + i + ": " + "x".repeat(MEBIBYTE) + "\r\n").getBytes(US_ASCII));
          }
        };

    assertFailure(answer(endless)).contains("broke before the answer was complete");
  }

  @Test
  void aTrickleEndsWithTheTimeout() throws IOException {
    Script trickle =
        out -> {
          out.write((OK + "Content-Length: 1000\r\n\r\n").getBytes(US_ASCII));
          for (int i = 0; i < 1000; i++) {
            out.write(' ');
            out.flush();
            pause();
          }
        };

    assertFailure(answer(trickle)).contains("No complete answer from", "within 2 seconds");
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertFailure(CallToolResult result) {
    assertThat(result.isError()).isTrue();
    return assertThat(Upstream.text(result))
        .containsAnyOf("retry", "repetition")
        .doesNotContain("Exception", "java.")
        .hasSizeLessThan(5000);
  }

  private static CallToolResult answer(Script script) throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread thread = new Thread(() -> serve(server, script));
      thread.start();
      Map<String, String> settings =
          Map.of(
              "OPENAI_API_KEY",
              Upstream.KEY,
              "OPENAI_BASE_URL",
              "http://127.0.0.1:" + server.getLocalPort() + "/v1",
              "OPENAI_TIMEOUT",
              "2",
              "OPENAI_MAX_RETRIES",
              "0");
      return Upstream.call(Upstream.config(settings), "get_thread", "{\"thread_id\":\"t\"}");
    }
  }

  private static void serve(ServerSocket server, Script script) {
    try (Socket connection = server.accept()) {
      connection.getInputStream().read(new byte[4096]);
      script.write(connection.getOutputStream());
    } catch (IOException e) {
      // The client has heard enough, which is what some scripts are for.
    }
  }

  private static void gzip(OutputStream out, byte[] zipped) throws IOException {
    String head = OK + "Content-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n";
    out.write(head.getBytes(US_ASCII));
    out.write(zipped);
  }

  private static byte[] zipped(int times, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        out.write(text.getBytes(US_ASCII));
      }
    }
    return bytes.toByteArray();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

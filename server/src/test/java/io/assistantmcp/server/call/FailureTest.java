package io.assistantmcp.server.call;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.config.LogConfig;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.log.Loggers;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.assistantmcp.tool.ToolDefinition;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller is told when there is no answer. */
class FailureTest {

  private static final String GET = "{\"thread_id\":\"t\"}";

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void withoutAKeyNothingLeaves() {
    ServerConfig config = Upstream.config(Map.of("OPENAI_BASE_URL", upstream.url()));

    assertFailure(Upstream.call(config, "get_thread", GET))
        .startsWith("No API key is set, nothing was sent. Set OPENAI_API_KEY");
    assertThat(upstream.request()).isNull();
  }

  @Test
  void silenceIsATimeout() {
    upstream.answers(new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS));

    assertFailure(upstream.call(Map.of("OPENAI_TIMEOUT", "1"), "create_thread", "{}"))
        .isEqualTo(
            "No complete answer from %s within 1 seconds. It may have taken effect all the same: look before calling again."
                .formatted(upstream.place()));
  }

  @Test
  void aBrokenConnectionIsSaidToBeOne() {
    upstream.answers(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE));

    assertFailure(upstream.call("get_thread", GET))
        .isEqualTo(
            "The connection to %s broke before the answer was complete. Call again; a repetition does no harm."
                .formatted(upstream.place()));
  }

  @Test
  void aClosedPortIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertFailure(call("http://127.0.0.1:" + port + "/v1"))
        .isEqualTo(
            "No connection to 127.0.0.1:%d: nothing accepts connections there. Nothing was sent, so a retry does no harm; but first check OPENAI_BASE_URL and the network."
                .formatted(port));
  }

  @Test
  void anUnknownHostIsNamed() {
    assertFailure(call("https://no-such-host.invalid/v1"))
        .startsWith("No connection to no-such-host.invalid:443: its host is not known.");
  }

  @Test
  void aServerWithoutTlsIsNamed() throws Exception {
    try (ServerSocket plain = new ServerSocket(0)) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerInPlainText(plain));

      assertFailure(call("https://127.0.0.1:" + plain.getLocalPort() + "/v1"))
          .contains("127.0.0.1:" + plain.getLocalPort(), "its TLS certificate or protocol");
      served.join();
    }
  }

  @Test
  void anErrorOfOurOwnIsAResultWithoutInternalsAndLeavesATraceWithoutWhatItSays(
      @TempDir Path directory) throws Exception {
    Path log = directory.resolve("server.log");
    ServerConfig config = Upstream.config(Map.of("OPENAI_API_KEY", Upstream.KEY));
    McpTool broken = broken(Upstream.tool(config, "list_assistants").definition());
    Loggers.apply(new LogConfig("error", LogConfig.Format.TEXT, log));
    try {
      assertFailure(new ToolCallHandler(config).call(broken, new HashMap<>()))
          .startsWith("The call failed inside this server");
    } finally {
      Loggers.apply(new LogConfig("warn", LogConfig.Format.TEXT, null));
    }

    assertThat(Files.readString(log))
        .contains(
            "ERROR tool=list_assistants The call failed inside this server:"
                + " java.lang.IllegalStateException\n  at io.assistantmcp.server.call.FailureTest",
            "caused by java.io.IOException\n  at ")
        .doesNotContain("secret", Upstream.KEY);
  }

  private static void answerInPlainText(ServerSocket socket) {
    try (Socket connection = socket.accept()) {
      connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CallToolResult call(String url) {
    Map<String, String> settings =
        Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", url, "OPENAI_MAX_RETRIES", "0");
    return Upstream.call(Upstream.config(settings), "get_thread", GET);
  }

  private static McpTool broken(ToolDefinition definition) {
    return new McpTool() {
      @Override
      public ToolDefinition definition() {
        return definition;
      }

      @Override
      public Call newCall(ToolArguments arguments) {
        throw new IllegalStateException(
            "secret " + Upstream.KEY, new IOException("secret as well"));
      }
    };
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertFailure(CallToolResult result) {
    assertThat(result.isError()).isTrue();
    return assertThat(Upstream.text(result))
        .doesNotContain("Exception", "java.", "\tat ", Upstream.KEY);
  }
}

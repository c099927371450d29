package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The Java SDK's client, with its own JSON mapper, and our launcher. */
@Timeout(300)
@ParameterizedClass
@EnumSource
class JavaClientIT {

  private static final Path LAUNCHER =
      Path.of("..", "bin", "openai-assistant-mcp").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int AT_ONCE = 50;

  /** How the client reaches the server; OWN_KEY is with the client's key instead of its own. */
  enum Way {
    STDIO,
    MCP,
    MCP_WITH_SESSIONS_OWN_KEY,
    SSE_OWN_KEY
  }

  private final MockWebServer api = new MockWebServer();
  private final JacksonMcpJsonMapper mapper =
      new JacksonMcpJsonMapper(JsonMapper.builder().build());
  private final Way way;
  @TempDir private Path directory;
  private @Nullable HttpServerProcess server;
  private McpAsyncClient client;

  JavaClientIT(Way way) {
    this.way = way;
  }

  @BeforeEach
  void connect() throws Exception {
    api.start();
    client =
        McpClient.async(transport()).requestTimeout(LIMIT).initializationTimeout(LIMIT).build();
    client.initialize().block();
  }

  @AfterEach
  void close() {
    client.closeGracefully().block();
    if (server != null) {
      server.close();
    }
    api.close();
  }

  @Test
  void listsTheTools() {
    List<Tool> tools = client.listTools().block().tools();

    assertThat(tools).hasSize(23).extracting(Tool::name).contains("get_thread", "create_run");
  }

  @Test
  void readsAndCreates() throws Exception {
    api.enqueue(new MockResponse.Builder().body("{\"id\":\"thread_1\"}").build());
    api.enqueue(new MockResponse.Builder().body("{\"id\":\"msg_1\"}").build());

    CallToolResult read = call("get_thread", Map.of("thread_id", "thread_1"));
    CallToolResult created =
        call("create_message", Map.of("thread_id", "thread_1", "role", "user", "content", "Hi"));

    assertThat(read.structuredContent()).isEqualTo(Map.of("id", "thread_1"));
    assertThat(created.structuredContent()).isEqualTo(Map.of("id", "msg_1"));
    RecordedRequest get = api.takeRequest();
    assertThat(get.getRequestLine()).startsWith("GET /v1/threads/thread_1 ");
    assertThat(get.getHeaders().get("Authorization")).isEqualTo("Bearer " + Upstream.KEY);
    RecordedRequest create = api.takeRequest();
    assertThat(create.getRequestLine()).startsWith("POST /v1/threads/thread_1/messages ");
    assertThat(create.getBody().utf8()).contains("\"role\":\"user\"", "\"content\":\"Hi\"");
  }

  @Test
  void isToldWhatIsWrong() {
    CallToolResult refused = call("create_run", Map.of("thread_id", "thread_1"));

    assertThat(refused.isError()).isTrue();
    assertThat(Upstream.text(refused)).contains("/assistant_id: is required");
    assertThatThrownBy(() -> call("no_such_tool", Map.of()))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("no_such_tool");
  }

  /** From one thread: the client refuses what two send at the same moment. */
  @Test
  void manyCallsAtOnceEachGetTheirOwnAnswer() {
    api.setDispatcher(new Echo());
    List<String> ids = IntStream.range(0, AT_ONCE).mapToObj(i -> "thread_" + i).toList();

    List<Object> answers =
        Flux.fromIterable(ids)
            .flatMapSequential(
                id -> client.callTool(request("get_thread", Map.of("thread_id", id))), AT_ONCE)
            .map(CallToolResult::structuredContent)
            .collectList()
            .block();

    assertThat(answers).isEqualTo(ids.stream().map(id -> Map.of("id", id)).toList());
  }

  private McpClientTransport transport() throws Exception {
    return switch (way) {
      case STDIO -> new StdioClientTransport(launcher(), mapper);
      case MCP -> streamable(serve(settings()), HttpRequest.newBuilder());
      case MCP_WITH_SESSIONS_OWN_KEY -> {
        Map<String, String> settings = passthrough();
        settings.put("MCP_STATEFUL", "true");
        yield streamable(serve(settings), withKey());
      }
      case SSE_OWN_KEY -> sse(serve(passthrough()), withKey());
    };
  }

  private McpClientTransport streamable(String url, HttpRequest.Builder requests) {
    return HttpClientStreamableHttpTransport.builder(url)
        .requestBuilder(requests)
        .jsonMapper(mapper)
        .build();
  }

  // The SDK deprecates the whole transport, which we serve all the same.
  @SuppressWarnings("deprecation")
  private McpClientTransport sse(String url, HttpRequest.Builder requests) {
    return HttpClientSseClientTransport.builder(url)
        .requestBuilder(requests)
        .jsonMapper(mapper)
        .build();
  }

  private static HttpRequest.Builder withKey() {
    return HttpRequest.newBuilder().header("X-OpenAI-API-Key", Upstream.KEY);
  }

  private String serve(Map<String, String> settings) throws Exception {
    server = HttpServerProcess.start(LAUNCHER, directory, settings);
    return server.url();
  }

  private ServerParameters launcher() {
    return ServerParameters.builder(LAUNCHER.toString()).env(settings()).build();
  }

  private Map<String, String> settings() {
    return Map.of(
        "JAVA_HOME",
        System.getProperty("java.home"),
        "ASSISTANT_MCP_ARCHIVE",
        "off",
        "OPENAI_API_KEY",
        Upstream.KEY,
        "OPENAI_BASE_URL",
        api.url("/v1").toString());
  }

  /** With a key of the server that must not be used. */
  private Map<String, String> passthrough() {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("MCP_CREDENTIALS_PASSTHROUGH", "true");
    settings.put("OPENAI_API_KEY", "sk-of-the-server");
    return settings;
  }

  private CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(request(tool, arguments)).block();
  }

  private static CallToolRequest request(String tool, Map<String, Object> arguments) {
    return CallToolRequest.builder(tool).arguments(arguments).build();
  }

  /** Answers nobody until all are there, then each with the id that its path ends with. */
  private static final class Echo extends Dispatcher {

    private final CountDownLatch missing = new CountDownLatch(AT_ONCE);

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      missing.countDown();
      boolean complete = missing.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
      List<String> path = request.getUrl().pathSegments();
      return new MockResponse.Builder()
          .code(complete ? 200 : 500)
          .body("{\"id\":\"%s\"}".formatted(path.get(path.size() - 1)))
          .build();
    }
  }
}

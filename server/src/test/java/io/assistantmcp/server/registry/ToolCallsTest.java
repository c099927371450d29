package io.assistantmcp.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import io.assistantmcp.tool.ToolDefinition;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A tool behaves alike for servers with sessions and without. */
@Timeout(30)
class ToolCallsTest {

  private static final CallToolRequest REQUEST =
      CallToolRequest.builder("get_thread").arguments(Map.of("thread_id", "t")).build();

  /** The two forms in which the SDK takes a tool. */
  enum Form {
    IN_SESSIONS {
      @Override
      Mono<CallToolResult> call(OfferedTool tool, McpTransportContext context) {
        var exchange =
            new McpAsyncServerExchange(
                "session",
                null,
                ClientCapabilities.builder().build(),
                Implementation.builder("test", "1").build(),
                context);
        return tool.inSessions().callHandler().apply(exchange, REQUEST);
      }
    },
    WITHOUT_SESSION {
      @Override
      Mono<CallToolResult> call(OfferedTool tool, McpTransportContext context) {
        return tool.withoutSession().callHandler().apply(context, REQUEST);
      }
    };

    abstract Mono<CallToolResult> call(OfferedTool tool, McpTransportContext context);
  }

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @EnumSource
  void theContextBringsTheCredentials(Form form) {
    upstream.answers(200, "{}");
    Credentials credentials =
        Credentials.ofHeaders(
            Map.of("X-OpenAI-API-Key", " tenant-key ", "X-OpenAI-Project", "proj-1")::get);

    CallToolResult result =
        form.call(
                passthrough(),
                McpTransportContext.create(Map.of(CallerCredentials.KEY, credentials)))
            .block();

    assertThat(Upstream.text(result)).isEqualTo("{}");
    assertThat(upstream.request().getHeaders())
        .contains(
            new kotlin.Pair<>("Authorization", "Bearer tenant-key"),
            new kotlin.Pair<>("OpenAI-Project", "proj-1"));
  }

  @ParameterizedTest
  @EnumSource
  void aContextWithoutAnyIsACallWithoutAKey(Form form) {
    CallToolResult result = form.call(passthrough(), McpTransportContext.EMPTY).block();

    assertThat(Upstream.text(result)).startsWith("No API key came with the request");
    assertThat(upstream.request()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void whereTheServerHasItsOwnKeyNoOtherIsTaken(Form form) {
    upstream.answers(200, "{}");
    Credentials credentials = Credentials.ofHeaders(Map.of("X-OpenAI-API-Key", "other")::get);

    form.call(
            offered(Map.of()),
            McpTransportContext.create(Map.of(CallerCredentials.KEY, credentials)))
        .block();

    assertThat(upstream.request().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + Upstream.KEY);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverLeavesCancelsTheCall(Form form) throws Exception {
    upstream.answers(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS));
    CompletableFuture<Call> sent = new CompletableFuture<>();

    Disposable call =
        form.call(offered(Map.of(), sent), McpTransportContext.EMPTY)
            .subscribeOn(Schedulers.boundedElastic())
            .subscribe();
    assertThat(upstream.awaitRequest()).isNotNull();
    call.dispose();

    assertThat(sent.get().isCanceled()).isTrue();
  }

  private OfferedTool passthrough() {
    return offered(Map.of("TRANSPORT", "http", "MCP_CREDENTIALS_PASSTHROUGH", "true"));
  }

  private OfferedTool offered(Map<String, String> settings) {
    return offered(settings, new CompletableFuture<>());
  }

  private OfferedTool offered(Map<String, String> settings, CompletableFuture<Call> sent) {
    ServerConfig config = upstream.here(settings);
    McpTool tool = Upstream.tool(config, "get_thread");
    ToolCalls calls = new ToolCalls(new ToolCallHandler(config), config.credentials());
    return new OfferedTool(
        new ToolDescriptions(new GsonMcpMapper()).of(tool),
        true,
        (context, request) -> calls.call(new Observed(tool, sent), context, request));
  }

  /** A tool that shows the call it makes. */
  private record Observed(McpTool tool, CompletableFuture<Call> sent) implements McpTool {

    @Override
    public ToolDefinition definition() {
      return tool.definition();
    }

    @Override
    public Call newCall(ToolArguments arguments) throws Exception {
      Call call = tool.newCall(arguments);
      sent.complete(call);
      return call;
    }
  }
}

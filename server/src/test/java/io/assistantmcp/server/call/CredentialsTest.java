package io.assistantmcp.server.call;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each request brings its client's key, it is that key the call is made with, or none. */
class CredentialsTest {

  private static final Map<String, Object> ARGUMENTS = Map.of("thread_id", "t");
  private static final int TENANTS = 16;
  private static final int CALLS = 3000;

  private final Upstream upstream = new Upstream();
  // The server has a key as well, which nothing may ever use.
  private final ServerConfig config =
      upstream.here(
          Map.of(
              "TRANSPORT", "http",
              "MCP_CREDENTIALS_PASSTHROUGH", "true",
              "OPENAI_ORG_ID", "org-server",
              "OPENAI_PROJECT_ID", "proj-server"));
  private final ToolCallHandler handler = new ToolCallHandler(config);
  private final McpTool tool = Upstream.tool(config, "get_thread");

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void theCallIsMadeWithWhatTheRequestBrought() {
    upstream.answers(200, "{}");

    assertThat(call(credentials("tenant-key", "org-1", "proj-1")).isError()).isFalse();

    RecordedRequest request = upstream.request();
    assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer tenant-key");
    assertThat(request.getHeaders().values("OpenAI-Organization")).containsExactly("org-1");
    assertThat(request.getHeaders().values("OpenAI-Project")).containsExactly("proj-1");
  }

  @Test
  void whatTheRequestDidNotBringIsNotFilledInFromTheServer() {
    upstream.answers(200, "{}");

    call(credentials("tenant-key", "", ""));

    RecordedRequest request = upstream.request();
    assertThat(request.getHeaders().get("OpenAI-Organization")).isNull();
    assertThat(request.getHeaders().get("OpenAI-Project")).isNull();
  }

  @Test
  void withoutAKeyNothingLeavesAndTheHeaderIsNamed() {
    assertFailure(call(credentials("", "org-1", "")))
        .isEqualTo(
            "No API key came with the request, nothing was sent. Let the client send its key in the"
                + " header X-OpenAI-API-Key; before that a retry makes no sense.");
    assertThat(upstream.request()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-canary é", "sk-canary x", "sk-canary\r\nX-Evil: 1", "canary\0"})
  void aKeyThatNoHeaderCanCarryIsRefusedUnseen(String key) {
    assertFailure(call(credentials(key, "", "")))
        .startsWith("The header X-OpenAI-API-Key holds a space, a line break or a character")
        .doesNotContain("canary");
    assertFailure(call(credentials("tenant-key", "", key)))
        .startsWith("The header X-OpenAI-Project holds")
        .doesNotContain("canary");
    assertThat(upstream.request()).isNull();
  }

  @Test
  void aKeyThatUpstreamEchoesIsHidden() {
    upstream.answers(401, "{\"error\":{\"message\":\"no such key: tenant-key\"}}");

    assertFailure(call(credentials("tenant-key", "", "")))
        .contains(
            "no such key: [hidden]", "next step: let the client send a key", "X-OpenAI-API-Key")
        .doesNotContain("tenant-key");
  }

  /**
   * Any tenant's call at any time on any thread: what arrives is that tenant's and nobody else's.
   */
  @Test
  void keysAreNeverMixed() throws Exception {
    upstream.answersWithWhatItGot();
    Random random = new Random(7);
    List<Callable<Void>> calls =
        IntStream.range(0, CALLS)
            .map(call -> random.nextInt(TENANTS))
            .<Callable<Void>>mapToObj(tenant -> () -> assertOwn(tenant))
            .collect(toList());
    ExecutorService threads = Executors.newFixedThreadPool(TENANTS);
    try {
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private Void assertOwn(int tenant) {
    CallToolResult result =
        call(
            Map.of("thread_id", "thread_" + tenant),
            credentials("key-" + tenant, "org-" + tenant, tenant % 2 == 0 ? "" : "proj-" + tenant));
    JsonObject got = JsonParser.parseString(Upstream.text(result)).getAsJsonObject();
    assertThat(got.get("target").getAsString()).isEqualTo("/v1/threads/thread_" + tenant);
    assertThat(got.get("Authorization").getAsString()).isEqualTo("Bearer key-" + tenant);
    assertThat(got.get("OpenAI-Organization").getAsString()).isEqualTo("org-" + tenant);
    assertThat(got.get("OpenAI-Project").isJsonNull()).isEqualTo(tenant % 2 == 0);
    return null;
  }

  private CallToolResult call(Credentials credentials) {
    return call(ARGUMENTS, credentials);
  }

  private CallToolResult call(Map<String, Object> arguments, Credentials credentials) {
    AtomicReference<CallToolResult> result = new AtomicReference<>();
    handler.call(tool, arguments, credentials, call -> {}, result::set);
    return Objects.requireNonNull(result.get());
  }

  private static Credentials credentials(String key, String organization, String project) {
    return new Credentials(key.isEmpty() ? null : new ApiKey(key), organization, project);
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertFailure(CallToolResult result) {
    assertThat(result.isError()).isTrue();
    return assertThat(Upstream.text(result)).doesNotContain(Upstream.KEY);
  }
}

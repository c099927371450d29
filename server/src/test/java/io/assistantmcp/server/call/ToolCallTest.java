package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.tools.ToolCatalog;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tool: the request that leaves, byte for byte, and the result that comes back. */
@Tag("slice")
class ToolCallTest {

  private static final String ANSWER =
      """
      {
        "id": "x_1", "object": "thing", "n": 2147483648, "f": 0.10, "e": 1e3, "big": 12345678901234567890,
        "nothing": null, "unknown": {"deep": [null, {"é": "<&>\\u2028"}, 1.0]}
      }
      """;

  private static final String STRUCTURED =
      "{\"id\":\"x_1\",\"object\":\"thing\",\"n\":2147483648,\"f\":0.10,\"e\":1e3,"
          + "\"big\":12345678901234567890,\"nothing\":null,"
          + "\"unknown\":{\"deep\":[null,{\"é\":\"<&>\\u2028\"},1.0]}}";

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  static Stream<Exchange> exchanges() {
    return Exchanges.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exchanges")
  void sendsExactlyThisRequest(Exchange exchange) {
    upstream.answers(200, ANSWER);

    CallToolResult result = upstream.call(exchange.tool(), exchange.arguments());

    assertThat(result.isError()).as(Upstream.text(result)).isFalse();
    RecordedRequest request = upstream.request();
    assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(exchange.request());
    assertThat(request.getBody() == null ? "" : request.getBody().utf8())
        .isEqualTo(exchange.body());
    assertThat(request.getHeaders().values("Authorization"))
        .containsExactly("Bearer " + Upstream.KEY);
    assertThat(request.getHeaders().values("OpenAI-Beta")).containsExactly("assistants=v2");
    assertThat(request.getHeaders().get("User-Agent")).startsWith("openai-assistant-mcp/0.");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo(exchange.body().isEmpty() ? null : "application/json");
    assertThat(upstream.request()).as("a second request").isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exchanges")
  void givesTheAnswerBackUntouched(Exchange exchange) {
    upstream.answers(200, ANSWER);

    CallToolResult result = upstream.call(exchange.tool(), exchange.arguments());

    assertThat(Upstream.text(result)).isEqualTo(ANSWER);
    assertThat(Upstream.json(result.structuredContent())).isEqualTo(STRUCTURED);
  }

  @Test
  void noToolIsLeftOut() {
    assertThat(Exchanges.all().map(Exchange::tool).distinct())
        .containsExactlyInAnyOrderElementsOf(
            ToolCatalog.tools(AssistantsApi::new).stream()
                .map(tool -> tool.definition().name())
                .toList());
  }
}

package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Successful answers that are not the usual object. */
class ToolAnswerTest {

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]", "\"text\"", "0.10", "null"})
  void isTextOnlyUnlessItIsAnObject(String body) {
    upstream.answers(200, body);

    CallToolResult result = call();

    assertThat(Upstream.text(result)).isEqualTo(body);
    assertThat(result.structuredContent()).isNull();
    assertThat(result.isError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"cut\": ", "{\"a\":1} {}", "{'a':1}", "OK", "<!doctype html><p>OK</p>"})
  void isAnErrorThatQuotesItUnlessItIsJson(String body) {
    upstream.answers(200, body);

    CallToolResult result = call();

    assertThat(result.isError()).isTrue();
    assertThat(Upstream.text(result))
        .startsWith("HTTP 200 from")
        .contains("message: " + (body.startsWith("<") ? "OK" : body.strip()))
        .contains("the answer is no JSON: it broke off, or OPENAI_BASE_URL is not the address")
        .endsWith("retry: does no harm");
  }

  @Test
  void anEmptyBodyIsSaidInWords() {
    upstream.answers(new MockResponse.Builder().code(204));

    assertThat(Upstream.text(call())).isEqualTo("Done: HTTP 204 without a body.");
  }

  @Test
  void bytesThatAreNotUtf8AreReplaced() {
    Buffer body = new Buffer().writeUtf8("{\"a\":\"").writeByte(0xff).writeUtf8("\"}");
    upstream.answers(new MockResponse.Builder().body(body));

    CallToolResult result = call();

    assertThat(Upstream.text(result)).isEqualTo("{\"a\":\"\ufffd\"}");
    assertThat(Upstream.json(result.structuredContent())).isEqualTo("{\"a\":\"\ufffd\"}");
  }

  @Test
  void sixteenMebibytesPassAndOneByteMoreIsAnError() {
    int limit = 16 * 1024 * 1024;
    upstream.answers(200, '"' + "x".repeat(limit - 2) + '"');
    upstream.answers(200, '"' + "x".repeat(limit - 1) + '"');

    assertThat(Upstream.text(call())).hasSize(limit);
    CallToolResult tooLarge = call();
    assertThat(tooLarge.isError()).isTrue();
    assertThat(Upstream.text(tooLarge))
        .isEqualTo(
            "The answer of %s is larger than 16 MiB. A retry would bring the same; ask for less, for instance with a smaller limit."
                .formatted(upstream.place()));
  }

  @Test
  void nestingBeyondReasonStaysText() {
    String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    upstream.answers(200, deep);

    CallToolResult result = call();

    assertThat(Upstream.text(result)).isEqualTo(deep);
    assertThat(result.structuredContent()).isNull();
  }

  private CallToolResult call() {
    return upstream.call("list_assistants", "{}");
  }
}

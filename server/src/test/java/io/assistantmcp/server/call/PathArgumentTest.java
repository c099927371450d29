package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.tool.AnswerForm;
import io.assistantmcp.tool.HttpOperation;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No path argument changes where a request goes. */
class PathArgumentTest {

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "a\\\\b",
        "../x",
        "%2e%2e",
        "%2F",
        "a?b",
        "a#b",
        "a;b",
        "a b",
        "a\\n",
        "\\u0000",
        "é",
        "\\uff0e\\uff0e",
        "x.y"
      })
  void anIdThatIsNoneNeverLeaves(String id) {
    assertRefused("{\"thread_id\":\"thread_1\",\"message_id\":\"%s\"}".formatted(id));
    assertRefused("{\"thread_id\":\"%s\",\"message_id\":\"msg_1\"}".formatted(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "true", "[\"a\"]", "{}"})
  void neitherDoesOneThatIsNoString(String id) {
    assertRefused("{\"thread_id\":\"thread_1\",\"message_id\":%s}".formatted(id));
  }

  @Test
  void anIdHas128CharactersAtMost() {
    upstream.answers(200, "{}");

    upstream.call("get_thread", "{\"thread_id\":\"%s\"}".formatted("a".repeat(128)));

    assertThat(upstream.request().getTarget()).isEqualTo("/v1/threads/" + "a".repeat(128));
    assertRefused("{\"thread_id\":\"thread_1\",\"message_id\":\"%s\"}".formatted("a".repeat(129)));
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, http://localhost/v1/threads/t/",
    "DELETE, http://localhost/v1/threads/",
    "DELETE, http://localhost/v1/threads/other",
    "DELETE, http://localhost/v1/threads/t/messages",
    "DELETE, http://localhost/threads/t",
    "DELETE, http://localhost:81/v1/threads/t",
    "DELETE, https://localhost/v1/threads/t",
    "DELETE, http://elsewhere/v1/threads/t",
    "DELETE, http://user@localhost/v1/threads/t",
    "POST, http://localhost/v1/threads/t",
  })
  void theSecondCheckRefusesWhateverIsNotTheOperation(String method, String url) {
    assertThatThrownBy(() -> check(method, url, Map.of("thread_id", "t")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSecondCheckLetsTheOperationPass() {
    check("DELETE", "http://localhost/v1/threads/t?a=b", Map.of("thread_id", "t"));
  }

  @Test
  void theSecondCheckTrustsNoArgument() {
    assertThatThrownBy(() -> check("DELETE", "http://localhost/v1/", Map.of("thread_id", "..")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void check(String method, String url, Map<String, Object> arguments) {
    Request request =
        new Request.Builder()
            .url(url)
            .method(method, method.equals("POST") ? okhttp3.RequestBody.create("", null) : null)
            .build();
    new RequestGuard("http://localhost/v1")
        .check(
            new HttpOperation("DELETE", "/threads/{thread_id}", AnswerForm.JSON),
            arguments,
            request);
  }

  private void assertRefused(String arguments) {
    CallToolResult result = upstream.call("delete_message", arguments);

    assertThat(result.isError()).isTrue();
    assertThat(Upstream.text(result))
        .startsWith("Invalid arguments for delete_message, nothing was sent:\n- /");
    assertThat(upstream.request()).isNull();
  }
}

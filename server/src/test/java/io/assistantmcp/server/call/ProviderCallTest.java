package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.config.ServerConfig;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that the embedded engine has nothing to do with. */
class ProviderCallTest {

  private static final String STORE = "{\"vector_store_id\":\"vs_1\"}";

  @TempDir private Path directory;
  private final Upstream provider = new Upstream();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void theyGoToTheProviderOfModelsWithTheKeyOfTheCall() {
    provider.answers(200, "{\"id\":\"vs_1\"}");

    CallToolResult result = call(Map.of("OPENAI_API_KEY", Upstream.KEY), "get_vector_store", STORE);

    assertThat(Upstream.text(result)).isEqualTo("{\"id\":\"vs_1\"}");
    RecordedRequest request = provider.request();
    assertThat(request.getTarget()).isEqualTo("/v1/vector_stores/vs_1");
    assertThat(request.getHeaders().values("Authorization"))
        .containsExactly("Bearer " + Upstream.KEY);
    assertThat(directory.resolve("assistants.db")).doesNotExist();
  }

  @Test
  void orWithThatOfModelsAndTheirHeaders() {
    provider.answers(200, "{}");
    call(
        Map.of(
            "OPENAI_API_KEY", "sk-not-this", "MODEL_API_KEY", "sk-model", "MODEL_HEADERS", "x-a=b"),
        "list_files",
        "{\"after\":\"a b\"}");

    RecordedRequest request = provider.request();
    assertThat(request.getTarget()).isEqualTo("/v1/files?after=a%20b");
    assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer sk-model");
    assertThat(request.getHeaders().get("x-a")).isEqualTo("b");
  }

  @Test
  void whatFailsForAWhileIsRepeated() {
    provider.answers(503, "");
    provider.answers(200, "{}");

    assertThat(call(Map.of("OPENAI_API_KEY", "k"), "get_vector_store", STORE).isError()).isFalse();
  }

  @Test
  void errorsNameTheProviderAndHideItsKey() {
    provider.answers(401, "{\"error\":{\"message\":\"Bad key secret-of-models\"}}");
    provider.answers(404, "{\"error\":{\"message\":\"No such store\"}}");
    Map<String, String> settings = Map.of("MODEL_API_KEY", "secret-of-models");

    assertThat(Upstream.text(call(settings, "get_vector_store", STORE)))
        .startsWith("HTTP 401 from " + provider.place().replaceFirst(":.*", ""))
        .contains("Bad key [hidden]", "set MODEL_API_KEY to a key");
    assertThat(Upstream.text(call(settings, "get_vector_store", STORE)))
        .contains("check the ids", "belongs to another project")
        .doesNotContain("shut the Assistants API down");
  }

  @Test
  void whereNobodyHasFilesNothingIsSent() {
    for (Map<String, String> settings :
        Map.of("echo", Map.of("MODEL_API", "echo"), "off", Map.of("MODEL_HOSTED_TOOLS", "off"))
            .values()) {
      CallToolResult result = call(settings, "list_files", "{}");

      assertThat(result.isError()).isTrue();
      assertThat(Upstream.text(result))
          .startsWith("Files and vector stores are at the provider of models, and this server's")
          .contains("MODEL_HOSTED_TOOLS=on", "OPENAI_BASE_URL");
    }
    assertThat(provider.request()).isNull();
  }

  @Test
  void withoutAKeyNothingIsSent() {
    assertThat(Upstream.text(call(Map.of(), "list_files", "{}")))
        .startsWith("No API key is set, nothing was sent. Set OPENAI_API_KEY");
  }

  @Test
  void filesOfTheServersKeyAreNotEverybodys() {
    Map<String, String> settings =
        Map.of(
            "MCP_CREDENTIALS_PASSTHROUGH",
            "true",
            "HTTP_HEADER_X_OPENAI_API_KEY",
            "tenant-key",
            "MODEL_API_KEY",
            "sk-model");

    assertThat(Upstream.text(call(settings, "list_files", "{}"))).contains("Unset MODEL_API_KEY");
    assertThat(provider.request()).isNull();
  }

  @Test
  void aServerInOpenAisPlaceGetsThemAsAllCalls() {
    ServerConfig config =
        Upstream.config(Map.of("OPENAI_BASE_URL", provider.url(), "OPENAI_API_KEY", Upstream.KEY));
    provider.answers(200, "{}");

    assertThat(Upstream.call(config, "list_files", "{}").isError()).isFalse();
    assertThat(provider.request().getTarget()).isEqualTo("/v1/files");
  }

  private CallToolResult call(Map<String, String> settings, String tool, String arguments) {
    Map<String, String> all = new HashMap<>();
    all.put("MODEL_BASE_URL", provider.url());
    all.put("MODEL_HOSTED_TOOLS", "on");
    all.put("ASSISTANTS_DATABASE", directory.resolve("assistants.db").toString());
    all.putAll(settings);
    return Upstream.call(Upstream.config(all), tool, arguments);
  }
}

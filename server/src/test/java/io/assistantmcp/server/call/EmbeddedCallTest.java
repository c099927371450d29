package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to calls that the embedded engine answers. */
@Tag("slice")
class EmbeddedCallTest {

  private static final Map<String, Object> RUN = Map.of("thread_id", "t", "assistant_id", "a");

  @TempDir private Path directory;

  private EngineOnDemand engine = new EngineOnDemand(Upstream.config(Map.of()));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void objectsNeedNoKey() {
    assertThat(call(Map.of(), "create_thread", Map.of()).isError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"create_run", "create_thread_and_run"})
  void aRunThatCouldOnlyFailIsNotBegun(String tool) {
    Map<String, Object> arguments =
        tool.equals("create_run") ? RUN : Map.of("assistant_id", "asst_1");

    assertFailure(call(Map.of(), tool, arguments))
        .startsWith("The run could only fail, since there is no key for the model")
        .contains("OPENAI_API_KEY", "MODEL_API_KEY", "MODEL_BASE_URL", "MODEL_API=echo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENAI_API_KEY=sk-x",
        "MODEL_API_KEY=sk-x",
        "MODEL_HEADERS=api-key=x",
        "MODEL_API=echo",
        "MODEL_BASE_URL=http://localhost:1/v1"
      })
  void withAModelThatMayAnswerItIsLeftToTheEngine(String setting) {
    String[] pair = setting.split("=", 2);

    assertFailure(call(Map.of(pair[0], pair[1]), "create_run", RUN))
        .contains("Invalid 'thread_id': 't'");
  }

  @Test
  void whereClientsBringKeysACallWithoutOneHasNoAssistantsToSee() {
    assertFailure(call(Map.of("MCP_CREDENTIALS_PASSTHROUGH", "true"), "list_assistants", Map.of()))
        .startsWith("No API key is set, nothing was sent. Set HTTP_HEADER_X_OPENAI_API_KEY");
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsAnAnswerThatSaysWhatToDo() throws Exception {
    Files.writeString(directory.resolve("assistants.db"), "no database ".repeat(100));

    assertFailure(call(Map.of(), "list_assistants", Map.of()))
        .startsWith("HTTP 500 from the embedded engine (GET /assistants)")
        .contains("assistants.db is damaged or no SQLite database", "put a backup in its place")
        .contains("doctor");
  }

  @Test
  void afterTheEndNothingIsOpenedAnyMore() {
    ServerConfig config = config(Map.of());
    engine = new EngineOnDemand(config);
    engine.close();

    assertFailure(call(config, "list_assistants", Map.of())).contains("shutting down");
    assertThat(directory.resolve("assistants.db")).doesNotExist();
  }

  private CallToolResult call(
      Map<String, String> settings, String tool, Map<String, Object> arguments) {
    ServerConfig config = config(settings);
    engine = new EngineOnDemand(config);
    return call(config, tool, arguments);
  }

  private CallToolResult call(ServerConfig config, String name, Map<String, Object> arguments) {
    McpTool tool =
        ToolCatalog.tools(new ApiOnDemand(config, Build.current(), CallObserver.NONE, engine))
            .stream()
            .filter(candidate -> candidate.definition().name().equals(name))
            .findFirst()
            .orElseThrow();
    return new ToolCallHandler(config).call(tool, arguments);
  }

  private ServerConfig config(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("ASSISTANTS_DATABASE", directory.resolve("assistants.db").toString());
    return Upstream.config(all);
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertFailure(CallToolResult result) {
    assertThat(result.isError()).isTrue();
    return assertThat(Upstream.text(result));
  }
}

package io.assistantmcp.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import io.assistantmcp.tool.ToolHints;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules under which Claude, OpenAI, Gemini, Cursor and mcpo take every tool. */
@Tag("slice")
class ToolSurfaceTest {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  static Stream<JsonObject> tools() {
    return Listing.tools();
  }

  static Stream<McpTool> catalog() {
    return Listing.catalog().stream();
  }

  @Test
  void theseAreTheToolsUnlessSettingsSayOtherwise() {
    assertThat(Listing.tools(Listing.usual()).map(tool -> tool.get("name").getAsString()))
        .containsExactly(
            "cancel_run",
            "create_assistant",
            "create_message",
            "create_run",
            "create_thread",
            "create_thread_and_run",
            "delete_assistant",
            "delete_message",
            "delete_thread",
            "get_assistant",
            "get_message",
            "get_run",
            "get_run_step",
            "get_thread",
            "list_assistants",
            "list_messages",
            "list_run_steps",
            "list_runs",
            "modify_assistant",
            "modify_message",
            "modify_run",
            "modify_thread",
            "submit_tool_outputs");
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aToolIsDescribedAndNothingElse(JsonObject tool) {
    assertThat(tool.keySet())
        .containsExactlyInAnyOrder("name", "title", "description", "inputSchema", "annotations");
    assertThat(tool.get("name").getAsString()).matches("[a-z0-9_]{1,40}");
    assertThat(SchemaLint.prose(tool.get("title").getAsString())).isEmpty();
    assertThat(SchemaLint.prose(tool.get("description").getAsString())).isEmpty();
    assertThat(tool.getAsJsonObject("annotations").keySet())
        .containsExactlyInAnyOrder(
            "title", "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
  }

  @ParameterizedTest
  @MethodSource("tools")
  void theShownSchemaIsTakenEverywhere(JsonObject tool) {
    JsonObject schema = tool.getAsJsonObject("inputSchema");

    assertThat(schema.keySet()).containsExactlyInAnyOrder("type", "properties", "required");
    assertThat(schema.get("type").getAsString()).isEqualTo("object");
    assertThat(schema.get("properties")).isInstanceOf(JsonObject.class);
    assertThat(schema.get("required")).isInstanceOf(JsonArray.class);
    assertThat(SchemaLint.problems(schema)).isEmpty();
    assertThat(schema.getAsJsonObject("properties").keySet()).doesNotContain("stream");
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void bothSchemasAreValidAndNameTheSameArguments(McpTool tool) {
    ToolDefinition definition = tool.definition();
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema dialect = registry.getSchema(SchemaLocation.of(DIALECT));

    for (String schema : List.of(definition.schema().shown(), definition.schema().enforced())) {
      assertThat(dialect.validate(schema, InputFormat.JSON)).isEmpty();
    }
    JsonObject shown = parse(definition.schema().shown());
    JsonObject enforced = parse(definition.schema().enforced());
    assertThat(shown.getAsJsonObject("properties").keySet())
        .isEqualTo(enforced.getAsJsonObject("properties").keySet());
    assertThat(shown.get("required")).isEqualTo(enforced.get("required"));
    assertThat(enforced.get("additionalProperties").getAsBoolean()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void theHintsFitTheOperation(McpTool tool) {
    ToolDefinition definition = tool.definition();
    ToolHints hints = definition.hints();
    String verb = definition.name().replaceFirst("_.*", "");

    switch (definition.operation().method()) {
      case "GET" -> assertThat(hints).isEqualTo(new ToolHints(true, false, true));
      case "DELETE" -> assertThat(hints).isEqualTo(new ToolHints(false, true, true));
      default ->
          assertThat(hints)
              .isEqualTo(
                  new ToolHints(
                      verb.equals("search"),
                      verb.equals("cancel"),
                      List.of("cancel", "modify", "search").contains(verb)));
    }
    assertThat(definition.toolset())
        .isIn("assistants", "threads", "messages", "runs", "run_steps", "files", "vector_stores");
  }

  private static JsonObject parse(String json) {
    JsonElement element = JsonParser.parseString(json);
    return element.getAsJsonObject();
  }
}

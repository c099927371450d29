package io.assistantmcp.server.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.client.api.AssistantsApi;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** What {@code tools/list} answers, as the JSON a client gets. */
final class Listing {

  private Listing() {}

  static List<McpTool> catalog() {
    return ToolCatalog.tools(AssistantsApi::new);
  }

  /** What is listed unless settings say otherwise. */
  static List<McpTool> usual() {
    List<String> toolsets = List.of(ToolCatalog.DEFAULT_TOOLSETS.split(","));
    return catalog().stream()
        .filter(tool -> toolsets.contains(tool.definition().toolset()))
        .toList();
  }

  static String json(List<McpTool> tools) {
    McpJsonMapper mapper = new GsonMcpMapper();
    try {
      return mapper.writeValueAsString(new ToolDescriptions(mapper).list(tools));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonObject> tools() {
    return tools(catalog());
  }

  static Stream<JsonObject> tools(List<McpTool> listed) {
    JsonArray tools =
        JsonParser.parseString(json(listed)).getAsJsonObject().getAsJsonArray("tools");
    return tools.asList().stream().map(JsonElement::getAsJsonObject);
  }
}

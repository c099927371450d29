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

  static String json() {
    McpJsonMapper mapper = new GsonMcpMapper();
    try {
      return mapper.writeValueAsString(new ToolDescriptions(mapper).list(catalog()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonObject> tools() {
    JsonArray tools = JsonParser.parseString(json()).getAsJsonObject().getAsJsonArray("tools");
    return tools.asList().stream().map(JsonElement::getAsJsonObject);
  }
}

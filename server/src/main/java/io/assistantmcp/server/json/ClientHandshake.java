package io.assistantmcp.server.json;

import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.Elicitation;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.RootCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.Sampling;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the params of {@code initialize}. What is missing is filled in as the SDK does it. */
final class ClientHandshake {

  private ClientHandshake() {}

  static InitializeRequest read(Fields params) {
    ClientCapabilities capabilities = params.object("capabilities", ClientHandshake::capabilities);
    Implementation client = params.object("clientInfo", ClientHandshake::client);
    return new InitializeRequest(
        params.string("protocolVersion", ""),
        capabilities == null ? new ClientCapabilities(null, null, null, null) : capabilities,
        client == null ? new Implementation("", null, "", null, null, null) : client,
        params.object("_meta"));
  }

  private static Implementation client(Fields client) {
    return new Implementation(
        client.string("name", ""),
        client.string("title"),
        client.string("version", ""),
        client.string("description"),
        client.objects("icons", ClientHandshake::icon),
        client.string("websiteUrl"));
  }

  private static Icon icon(Fields icon) {
    return new Icon(
        icon.string("src", ""),
        icon.string("mimeType"),
        icon.strings("sizes"),
        icon.string("theme"));
  }

  private static ClientCapabilities capabilities(Fields capabilities) {
    return new ClientCapabilities(
        capabilities.object("experimental"),
        capabilities.object("roots", roots -> new RootCapabilities(roots.bool("listChanged"))),
        capabilities.object("sampling", sampling -> new Sampling()),
        capabilities.object("elicitation", ClientHandshake::elicitation),
        capabilities.object("extensions", ClientHandshake::extensions));
  }

  private static Elicitation elicitation(Fields elicitation) {
    return new Elicitation(
        elicitation.object("form", form -> new Elicitation.Form()),
        elicitation.object("url", url -> new Elicitation.Url()));
  }

  private static Map<String, @Nullable Map<String, @Nullable Object>> extensions(Fields fields) {
    Map<String, @Nullable Map<String, @Nullable Object>> extensions = new LinkedHashMap<>();
    for (String name : fields.names()) {
      extensions.put(name, fields.object(name));
    }
    return extensions;
  }
}

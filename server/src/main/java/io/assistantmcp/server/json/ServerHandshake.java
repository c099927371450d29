package io.assistantmcp.server.json;

import static io.assistantmcp.server.json.MessageWriter.present;

import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities.CompletionCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities.LoggingCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities.PromptCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities.ResourceCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities.ToolCapabilities;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to {@code initialize} as plain values. */
final class ServerHandshake {

  private ServerHandshake() {}

  static @Nullable Map<String, @Nullable Object> plain(Object message) {
    if (message instanceof InitializeResult m) {
      Map<String, @Nullable Object> fields = present("protocolVersion", m.protocolVersion());
      fields.putAll(present("capabilities", m.capabilities(), "serverInfo", m.serverInfo()));
      fields.putAll(present("instructions", m.instructions(), "_meta", m.meta()));
      return fields;
    }
    if (message instanceof Implementation m) {
      Map<String, @Nullable Object> fields = present("name", m.name(), "title", m.title());
      fields.putAll(present("version", m.version(), "description", m.description()));
      fields.putAll(present("icons", m.icons(), "websiteUrl", m.websiteUrl()));
      return fields;
    }
    if (message instanceof Icon m) {
      return present(
          "src", m.src(), "mimeType", m.mimeType(), "sizes", m.sizes(), "theme", m.theme());
    }
    return capabilities(message);
  }

  private static @Nullable Map<String, @Nullable Object> capabilities(Object message) {
    if (message instanceof ServerCapabilities m) {
      Map<String, @Nullable Object> fields = present("completions", m.completions());
      fields.putAll(present("experimental", m.experimental(), "logging", m.logging()));
      fields.putAll(present("prompts", m.prompts(), "resources", m.resources()));
      fields.putAll(present("tools", m.tools(), "extensions", m.extensions()));
      return fields;
    }
    if (message instanceof ToolCapabilities m) {
      return present("listChanged", m.listChanged());
    }
    if (message instanceof PromptCapabilities m) {
      return present("listChanged", m.listChanged());
    }
    if (message instanceof ResourceCapabilities m) {
      return present("subscribe", m.subscribe(), "listChanged", m.listChanged());
    }
    boolean empty =
        message instanceof LoggingCapabilities || message instanceof CompletionCapabilities;
    return empty ? present() : null;
  }
}

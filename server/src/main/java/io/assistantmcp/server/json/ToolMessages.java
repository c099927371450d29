package io.assistantmcp.server.json;

import static io.assistantmcp.server.json.MessageWriter.present;

import io.modelcontextprotocol.spec.McpSchema.Annotations;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tools and the results of calling them as plain values. */
final class ToolMessages {

  private ToolMessages() {}

  static @Nullable Object plain(Object message) {
    if (message instanceof CallToolResult m) {
      Map<String, @Nullable Object> fields = present("content", m.content());
      fields.putAll(present("isError", m.isError(), "structuredContent", m.structuredContent()));
      fields.putAll(present("_meta", m.meta()));
      return fields;
    }
    if (message instanceof TextContent m) {
      Map<String, @Nullable Object> fields = present("type", "text", "text", m.text());
      fields.putAll(present("annotations", m.annotations(), "_meta", m.meta()));
      return fields;
    }
    if (message instanceof Annotations m) {
      Map<String, @Nullable Object> fields = present("audience", m.audience());
      fields.putAll(present("priority", m.priority(), "lastModified", m.lastModified()));
      return fields;
    }
    if (message instanceof Role role) {
      return role.name().toLowerCase(Locale.ROOT);
    }
    return listed(message);
  }

  private static @Nullable Map<String, @Nullable Object> listed(Object message) {
    if (message instanceof ListToolsResult m) {
      return present("tools", m.tools(), "nextCursor", m.nextCursor(), "_meta", m.meta());
    }
    if (message instanceof Tool m) {
      Map<String, @Nullable Object> fields = present("name", m.name(), "title", m.title());
      fields.putAll(present("description", m.description(), "inputSchema", m.inputSchema()));
      fields.putAll(present("outputSchema", m.outputSchema(), "annotations", m.annotations()));
      fields.putAll(present("_meta", m.meta(), "icons", m.icons()));
      return fields;
    }
    if (message instanceof ToolAnnotations m) {
      Map<String, @Nullable Object> fields = present("title", m.title());
      fields.putAll(present("readOnlyHint", m.readOnlyHint()));
      fields.putAll(present("destructiveHint", m.destructiveHint()));
      fields.putAll(present("idempotentHint", m.idempotentHint()));
      fields.putAll(present("openWorldHint", m.openWorldHint()));
      fields.putAll(present("returnDirect", m.returnDirect()));
      return fields;
    }
    return null;
  }
}

package io.assistantmcp.server.json;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ListRootsResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import io.modelcontextprotocol.spec.McpSchema.Root;
import io.modelcontextprotocol.spec.McpSchema.SetLevelRequest;
import java.util.List;
import java.util.Locale;

/** Reads what a client sends once it is connected: params of requests, results of ours. */
final class Params {

  private Params() {}

  static CallToolRequest callTool(Fields params) {
    return new CallToolRequest(
        params.requiredString("name"), params.object("arguments"), params.object("_meta"));
  }

  static PaginatedRequest page(Fields params) {
    return new PaginatedRequest(params.string("cursor"), params.object("_meta"));
  }

  static SetLevelRequest level(Fields params) {
    String name = params.requiredString("level");
    for (LoggingLevel level : LoggingLevel.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new SetLevelRequest(level);
      }
    }
    throw params.wrongField(
        "level", "must be debug, info, notice, warning, error, critical, alert or emergency");
  }

  static ListRootsResult roots(Fields result) {
    List<Root> roots = result.objects("roots", Params::root);
    return new ListRootsResult(
        roots == null ? List.of() : roots, result.string("nextCursor"), result.object("_meta"));
  }

  private static Root root(Fields root) {
    return new Root(root.string("uri", ""), root.string("name"), root.object("_meta"));
  }
}

package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.ToolUse;
import io.assistantmcp.engine.model.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a provider is really sent, with a choice that fits them: a choice among no tools,
 * or of one that is not sent, is refused everywhere.
 */
record Offer(List<JsonObject> tools, @Nullable JsonElement choice, @Nullable Boolean parallel) {

  static Offer of(ToolUse use, Capabilities capabilities) {
    List<JsonObject> tools =
        use.definitions().stream()
            .filter(capabilities::has)
            // Without a store there is nothing to search, and the provider wants one.
            .filter(tool -> !is(tool, "file_search") || !use.vectorStoreIds().isEmpty())
            .toList();
    return tools.isEmpty()
        ? new Offer(tools, null, null)
        : new Offer(tools, choice(use.choice(), tools), use.parallel());
  }

  boolean has(String type) {
    return has(tools, type);
  }

  private static @Nullable JsonElement choice(
      @Nullable JsonElement choice, List<JsonObject> tools) {
    return choice instanceof JsonObject named && !has(tools, Fields.text(named, "type"))
        ? null
        : choice;
  }

  private static boolean has(List<JsonObject> tools, String type) {
    return tools.stream().anyMatch(tool -> is(tool, type));
  }

  static boolean is(JsonObject tool, String type) {
    return Fields.text(tool, "type").equals(type);
  }
}

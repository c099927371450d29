package io.assistantmcp.engine.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a call.
 *
 * @param definitions the tools as assistants hold them
 * @param choice a run's {@code tool_choice}, or null to leave the choice to the model. A choice
 *     that forces a tool belongs into the first call of a run only, or the run never ends.
 * @param parallel whether several may be called at once, or null if nobody said
 * @param vectorStoreIds what file search looks into
 * @param fileIds what the code interpreter finds in its container
 */
public record ToolUse(
    List<JsonObject> definitions,
    @Nullable JsonElement choice,
    @Nullable Boolean parallel,
    List<String> vectorStoreIds,
    List<String> fileIds) {

  /** A call without tools. */
  public static final ToolUse NONE = new ToolUse(List.of(), null, null, List.of(), List.of());

  public ToolUse {
    definitions = List.copyOf(definitions);
    vectorStoreIds = List.copyOf(vectorStoreIds);
    fileIds = List.copyOf(fileIds);
  }
}

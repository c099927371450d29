package io.assistantmcp.server.config;

import io.assistantmcp.server.tools.ToolCatalog;
import java.util.List;

/**
 * Which tools are served. Whether there are tools and toolsets of these names is not known here.
 *
 * @param toolsets the groups that are
 * @param tools single tools that are as well
 * @param excluded those that are not, whatever else names them
 * @param readOnly whether none is that changes anything
 */
public record ToolsConfig(
    List<String> toolsets, List<String> tools, List<String> excluded, boolean readOnly) {

  /** Whether none is that is not served without settings. */
  boolean areUsual() {
    return tools.isEmpty()
        && List.of(ToolCatalog.DEFAULT_TOOLSETS.split(",")).containsAll(toolsets);
  }
}

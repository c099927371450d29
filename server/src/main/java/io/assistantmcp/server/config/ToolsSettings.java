package io.assistantmcp.server.config;

import io.assistantmcp.server.tools.ToolCatalog;
import java.util.List;

/** Which tools are served. */
final class ToolsSettings {

  static final Setting TOOLSETS =
      new Setting(
          Settings.TOOLSETS,
          "--toolsets",
          ToolCatalog.DEFAULT_TOOLSETS,
          "toolsets, which `tools --summary` shows, or `all`",
          "The groups of tools that are served.");

  static final Setting TOOLS =
      new Setting(
          Settings.TOOLS,
          "--tools",
          "",
          "names of tools",
          "Single tools that are served as well; without `"
              + Settings.TOOLSETS
              + "` nothing but them.");

  static final Setting EXCLUDE =
      new Setting(
          Settings.EXCLUDE_TOOLS,
          "--exclude-tools",
          "",
          "names of tools",
          "Tools that are not served, whatever else names them.");

  static final Setting READ_ONLY =
      new Setting(
          Settings.READ_ONLY,
          "--read-only",
          "false",
          "true or false",
          "Serves only those of all these tools that change nothing.");

  static final SettingGroup GROUP =
      new SettingGroup("tools", List.of(TOOLSETS, TOOLS, EXCLUDE, READ_ONLY));

  private ToolsSettings() {}
}

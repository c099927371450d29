package io.assistantmcp.server.config;

import java.util.List;
import java.util.regex.Pattern;

/** Reads which tools are served. */
final class ToolsReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ToolsReader() {}

  static ToolsConfig read(Values values) throws ConfigException {
    List<String> tools = values.list(ToolsSettings.TOOLS, NAME);
    boolean onlyThese = !tools.isEmpty() && !values.isGiven(ToolsSettings.TOOLSETS);
    return new ToolsConfig(
        onlyThese ? List.of() : values.list(ToolsSettings.TOOLSETS, NAME),
        tools,
        values.list(ToolsSettings.EXCLUDE, NAME),
        values.isTrue(ToolsSettings.READ_ONLY));
  }
}

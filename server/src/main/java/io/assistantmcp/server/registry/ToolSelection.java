package io.assistantmcp.server.registry;

import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.config.ToolsConfig;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of all tools are served, and why each of the others is not. */
public final class ToolSelection {

  private static final String ALL = "all";

  private final ToolsConfig config;
  private final List<McpTool> served = new ArrayList<>();
  private final List<Withheld> withheld = new ArrayList<>();

  private ToolSelection(ToolsConfig config, List<McpTool> tools) {
    this.config = config;
    for (McpTool tool : tools) {
      objection(tool.definition())
          .ifPresentOrElse(
              reason -> withheld.add(new Withheld(tool, reason)), () -> served.add(tool));
    }
  }

  /**
   * Selects tools.
   *
   * @param tools all that there are
   * @throws ConfigException if a setting names what there is not, or nothing is left
   */
  public static ToolSelection of(ToolsConfig config, List<McpTool> tools) throws ConfigException {
    Set<String> toolsets = named(tools, ToolDefinition::toolset);
    Set<String> names = named(tools, ToolDefinition::name);
    tools.forEach(tool -> names.addAll(tool.definition().aliases()));
    List<String> groups = config.toolsets().stream().filter(name -> !name.equals(ALL)).toList();
    check(Settings.TOOLSETS, "toolset", groups, toolsets);
    check(Settings.TOOLS, "tool", config.tools(), names);
    check(Settings.EXCLUDE_TOOLS, "tool", config.excluded(), names);
    ToolSelection selection = new ToolSelection(config, tools);
    if (selection.served.isEmpty()) {
      throw new ConfigException(
          Settings.TOOLSETS,
          "no tool is left that %s, %s, %s and %s all allow"
              .formatted(
                  Settings.TOOLSETS, Settings.TOOLS, Settings.EXCLUDE_TOOLS, Settings.READ_ONLY));
    }
    return selection;
  }

  /** The tools that are served, in the order of all. */
  public List<McpTool> served() {
    return List.copyOf(served);
  }

  /** The tools that are not. */
  public List<Withheld> withheld() {
    return List.copyOf(withheld);
  }

  /** In this order, so that read-only wins over all else, and exclusion over the rest. */
  private Optional<String> objection(ToolDefinition tool) {
    if (config.readOnly() && !tool.hints().readOnly()) {
      return Optional.of(
          Settings.READ_ONLY + "=true leaves out every tool that may change something");
    }
    if (config.excluded().stream().anyMatch(tool::answersTo)) {
      return Optional.of(Settings.EXCLUDE_TOOLS + " names it");
    }
    boolean inToolset =
        config.toolsets().contains(ALL) || config.toolsets().contains(tool.toolset());
    return inToolset || config.tools().stream().anyMatch(tool::answersTo)
        ? Optional.empty()
        : Optional.of(
            "neither does %s name its toolset %s, nor %s the tool"
                .formatted(Settings.TOOLSETS, tool.toolset(), Settings.TOOLS));
  }

  private static Set<String> named(List<McpTool> tools, Function<ToolDefinition, String> name) {
    return tools.stream()
        .map(McpTool::definition)
        .map(name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void check(
      String setting, String what, List<String> given, Collection<String> known)
      throws ConfigException {
    for (String name : given) {
      if (!known.contains(name)) {
        throw new ConfigException(
            setting, "there is no %s '%s'; there are %s".formatted(what, name, list(known)));
      }
    }
  }

  private static String list(Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  /**
   * A tool that is not served.
   *
   * @param tool the tool
   * @param reason a clause that names the setting
   */
  public record Withheld(McpTool tool, String reason) {

    /** What its caller is told. */
    public String advice() {
      return "%s is not served here: %s. Nothing was sent, and a retry would be refused as well."
          .formatted(tool.definition().name(), reason);
    }
  }
}

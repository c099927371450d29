package io.assistantmcp.server.docs;

import io.assistantmcp.server.config.Setting;
import io.assistantmcp.server.config.SettingGroup;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the tables of settings into a Markdown text, between two markers. */
public final class SettingTableWriter {

  private SettingTableWriter() {}

  /**
   * The text with the tables up to date, one for each group.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  public static String fill(String markdown, List<SettingGroup> groups) {
    return MarkedSection.fill(
        markdown,
        "settings",
        groups.stream().map(SettingTableWriter::table).collect(Collectors.joining("\n\n")));
  }

  private static String table(SettingGroup group) {
    return group.settings().stream()
        .map(SettingTableWriter::row)
        .collect(
            Collectors.joining(
                "\n",
                "| %s | option | default | meaning | allowed |\n|---|---|---|---|---|\n"
                    .formatted(group.title()),
                ""));
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            setting.name(),
            code(setting.flag()),
            code(setting.initial()),
            setting.meaning(),
            setting.allowed());
  }

  private static String code(String text) {
    return text.isEmpty() ? "none" : "`" + text + "`";
  }
}

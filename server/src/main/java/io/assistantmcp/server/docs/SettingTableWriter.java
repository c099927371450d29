package io.assistantmcp.server.docs;

import io.assistantmcp.server.config.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of settings into a Markdown text, between two markers. */
public final class SettingTableWriter {

  private static final String HEADER =
      "| variable | option | default | meaning | allowed |\n|---|---|---|---|---|\n";

  private SettingTableWriter() {}

  /**
   * The text with the table up to date.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  public static String fill(String markdown, List<Setting> settings) {
    String table =
        settings.stream()
            .map(SettingTableWriter::row)
            .collect(Collectors.joining("\n", HEADER, ""));
    return MarkedSection.fill(markdown, "settings", table);
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

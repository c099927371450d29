package io.assistantmcp.server.cli;

import io.assistantmcp.server.config.Setting;
import io.assistantmcp.server.config.SettingGroup;
import io.assistantmcp.server.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings as options of commands. */
final class SettingFlags {

  private SettingFlags() {}

  /** Lets a command take them, and explain all of them in its help. */
  static void offer(CommandSpec command) {
    Settings.GROUPS.forEach(group -> command.addArgGroup(options(group)));
    command
        .usageMessage()
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .footer(
            "",
            "Without its option, a setting is read from the variable in brackets: in the",
            "environment, or else in a file .env in the working directory. Only read from",
            "there are",
            Settings.ALL.stream()
                .filter(setting -> setting.flag().isEmpty())
                .map(setting -> "  " + setting.name())
                .collect(Collectors.joining("%n")));
  }

  /** Lets a command take those of a group alone. */
  static void offer(CommandSpec command, SettingGroup group) {
    command.addArgGroup(options(group));
  }

  private static ArgGroupSpec options(SettingGroup group) {
    ArgGroupSpec.Builder options =
        ArgGroupSpec.builder().heading("%nSettings of " + group.title() + ":%n").validate(false);
    group.settings().stream()
        .filter(setting -> !setting.flag().isEmpty())
        .forEach(setting -> options.addArg(option(setting)));
    return options.build();
  }

  /** What was said with a command and those above it, by the names of settings. */
  static Map<String, String> given(CommandSpec command) {
    Map<String, String> values = new HashMap<>();
    ParseResult parsed = command.root().commandLine().getParseResult();
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
      for (Setting setting : Settings.ALL) {
        if (!setting.flag().isEmpty() && at.hasMatchedOption(setting.flag())) {
          Object value = at.matchedOptionValue(setting.flag(), "");
          values.put(setting.name(), String.valueOf(value));
        }
      }
    }
    return values;
  }

  private static OptionSpec option(Setting setting) {
    boolean isSwitch = setting.initial().equals("false");
    return OptionSpec.builder(setting.flag())
        .type(isSwitch ? boolean.class : String.class)
        .paramLabel("<" + setting.flag().substring(2) + ">")
        .description(
            plain(setting.meaning()),
            "Allowed: %s. Default: %s. [%s]"
                .formatted(
                    plain(setting.allowed()),
                    setting.initial().isEmpty() ? "none" : setting.initial(),
                    setting.name()))
        .build();
  }

  /** Without Markdown. A percent sign would be a format's. */
  private static String plain(String text) {
    return text.replace("`", "").replace("%", "%%");
  }
}

package io.assistantmcp.server.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values of settings.
 *
 * @param sources where they may be, by their names; the first that has one wins
 */
record Values(List<Map<String, String>> sources) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  /**
   * A value, or what holds without one. Empty counts as absent: that is what compose files send.
   */
  String text(Setting setting) {
    return sources.stream()
        .map(source -> source.getOrDefault(setting.name(), ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(setting.initial());
  }

  /** A value that has to pass a test, unless it is the empty default. */
  String text(Setting setting, Predicate<String> allowed) throws ConfigException {
    String value = text(setting);
    if (!value.isEmpty() && !allowed.test(value)) {
      throw new ConfigException(setting, value);
    }
    return value;
  }

  int number(Setting setting, int least, int most) throws ConfigException {
    String value = text(setting).strip();
    if (DIGITS.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new ConfigException(setting, value);
  }

  String choice(Setting setting, List<String> choices) throws ConfigException {
    String value = text(setting);
    String choice = value.strip().toLowerCase(Locale.ROOT);
    if (!choices.contains(choice)) {
      throw new ConfigException(setting, value);
    }
    return choice;
  }
}

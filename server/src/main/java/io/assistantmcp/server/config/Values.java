package io.assistantmcp.server.config;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values of settings.
 *
 * @param sources where they may be, by their names; the first that has one wins
 */
record Values(List<Map<String, String>> sources) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern JSON_LIST = Pattern.compile("(?s)\\[\\s*(\".*)?]");

  /**
   * A value, or what holds without one. Empty counts as absent: that is what compose files send.
   */
  String text(Setting setting) {
    return given(setting).orElse(setting.initial());
  }

  /** Whether somebody gave it a value. */
  boolean isGiven(Setting setting) {
    return given(setting).isPresent();
  }

  private Optional<String> given(Setting setting) {
    return sources.stream()
        .map(source -> source.getOrDefault(setting.name(), ""))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** A value that has to pass a test, unless it is the empty default. */
  String text(Setting setting, Predicate<String> allowed) throws ConfigException {
    String value = text(setting);
    if (!value.isEmpty() && !allowed.test(value)) {
      throw new ConfigException(setting, value);
    }
    return value;
  }

  /** A value that no message repeats, and that a header can carry. */
  String secret(Setting setting) throws ConfigException {
    String value = text(setting);
    if (!Credentials.SENDABLE.matcher(value).matches()) {
      throw new ConfigException(
          setting.name(),
          "holds a space, a line break or a character outside ASCII, which no HTTP header can"
              + " carry; set it to the bare value");
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

  boolean isTrue(Setting setting) throws ConfigException {
    return choice(setting, List.of("true", "false")).equals("true");
  }

  String choice(Setting setting, List<String> choices) throws ConfigException {
    String value = text(setting);
    String choice = value.strip().toLowerCase(Locale.ROOT);
    if (!choices.contains(choice)) {
      throw new ConfigException(setting, value);
    }
    return choice;
  }

  <E extends Enum<E>> E choice(Setting setting, E[] choices) throws ConfigException {
    List<String> names = Arrays.stream(choices).map(Object::toString).toList();
    return choices[names.indexOf(choice(setting, names))];
  }

  /** One of constants that know nothing of settings, by its name in lower case. */
  <E extends Enum<E>> E named(Setting setting, E[] choices) throws ConfigException {
    List<String> names =
        Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList();
    return choices[names.indexOf(choice(setting, names))];
  }

  /** Several values that have to match a pattern: a JSON list of strings, or commas between. */
  List<String> list(Setting setting, Pattern allowed) throws ConfigException {
    String value = text(setting).strip();
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> elements =
        (JSON_LIST.matcher(value).matches() ? json(value) : Stream.of(value.split(",", -1)))
            .map(String::strip)
            .filter(element -> !element.isEmpty())
            .toList();
    for (String element : elements) {
      if (!allowed.matcher(element).matches()) {
        throw new ConfigException(setting, element);
      }
    }
    return elements;
  }

  /** The strings of a list, or the text itself if it is none, which then is not allowed. */
  private static Stream<String> json(String list) {
    try {
      String[] elements = new Gson().fromJson(list, String[].class);
      return Stream.of(elements).map(String::valueOf);
    } catch (JsonParseException e) {
      return Stream.of(list);
    }
  }
}

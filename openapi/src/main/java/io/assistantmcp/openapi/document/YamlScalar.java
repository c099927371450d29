package io.assistantmcp.openapi.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a scalar is written so that readers of YAML 1.1 and of YAML 1.2 read the same. A string stays
 * plain only if it starts like a word, a path or a {@code $ref}, or is a version, which leaves out
 * every number, date and time, and is no word that either version takes for a boolean or null.
 */
final class YamlScalar {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/$][ -~]*|[0-9]+(\\.[0-9]+){2}");
  private static final Pattern INDICATOR = Pattern.compile(":( |$)| #| $");
  private static final Pattern ASCII = Pattern.compile("[ -~]*");
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlScalar() {}

  static String of(JsonElement value) {
    if (value instanceof JsonNull) {
      return "null";
    }
    // Numbers keep their digits: the tree holds them as text.
    return value.getAsJsonPrimitive().isString() ? text(value.getAsString()) : value.getAsString();
  }

  static String text(String text) {
    if (PLAIN.matcher(text).matches()
        && !INDICATOR.matcher(text).find()
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return ASCII.matcher(text).matches() ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, c);
              }
            });
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    boolean printable =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              false;
          default -> true;
        };
    if (printable) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
    }
  }
}

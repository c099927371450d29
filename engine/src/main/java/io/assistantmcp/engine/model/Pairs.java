package io.assistantmcp.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a setting that is a list of pairs: {@code name=value,name=value}. */
public final class Pairs {

  private Pairs() {}

  /**
   * @throws IllegalArgumentException saying which pair is wrong, without a value, which may be
   *     secret
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    String[] entries = text.isBlank() ? new String[0] : text.split(",", -1);
    for (int i = 0; i < entries.length; i++) {
      int equals = entries[i].indexOf('=');
      String name = equals < 0 ? "" : entries[i].substring(0, equals).strip();
      String value = entries[i].substring(equals + 1).strip();
      if (name.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "part %d is not of the form name=value; parts are separated by ','".formatted(i + 1));
      }
      if (pairs.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("'%s' is there twice".formatted(name));
      }
    }
    return pairs;
  }
}

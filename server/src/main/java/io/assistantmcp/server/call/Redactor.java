package io.assistantmcp.server.call;

import io.assistantmcp.server.config.ApiKey;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys out of texts that others wrote, should an upstream echo one.
 *
 * @param secrets the keys that are known; whatever looks like one goes as well
 */
record Redactor(List<String> secrets) {

  private static final String HIDDEN = "[hidden]";
  private static final Pattern KEY = Pattern.compile("\\bsk-[A-Za-z0-9_*-]{4,}");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer)\\s+[^\\s\"',;]+");

  // A stand-in such as "none", which local servers are content with, is no secret but a word.
  private static final int SHORTEST_SECRET = 6;

  static Redactor of(@Nullable ApiKey... keys) {
    return new Redactor(
        Stream.of(keys)
            .map(key -> key == null ? "" : key.value())
            .filter(value -> value.length() >= SHORTEST_SECRET)
            .distinct()
            .toList());
  }

  String redact(String text) {
    String known = text;
    for (String secret : secrets) {
      known = known.replace(secret, HIDDEN);
    }
    return KEY.matcher(BEARER.matcher(known).replaceAll("$1 " + HIDDEN)).replaceAll(HIDDEN);
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}

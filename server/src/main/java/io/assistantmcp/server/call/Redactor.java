package io.assistantmcp.server.call;

import io.assistantmcp.server.config.ApiKey;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes keys out of texts that others wrote, should an upstream echo one. */
final class Redactor {

  private static final String HIDDEN = "[hidden]";
  private static final Pattern KEY = Pattern.compile("\\bsk-[A-Za-z0-9_*-]{4,}");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer)\\s+[^\\s\"',;]+");

  // A stand-in such as "none", which local servers are content with, is no secret but a word.
  private static final int SHORTEST_SECRET = 6;

  private final String secret;

  Redactor(@Nullable ApiKey key) {
    String value = key == null ? "" : key.value();
    this.secret = value.length() < SHORTEST_SECRET ? "" : value;
  }

  String redact(String text) {
    String known = secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    return KEY.matcher(BEARER.matcher(known).replaceAll("$1 " + HIDDEN)).replaceAll(HIDDEN);
  }
}

package io.assistantmcp.engine.model.http;

import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelKey;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of texts that others wrote, should a provider echo one. */
final class Redactor {

  private static final String HIDDEN = "[hidden]";
  private static final Pattern KEY = Pattern.compile("\\bsk-[A-Za-z0-9_*-]{4,}");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer)\\s+[^\\s\"',;]+");

  // A stand-in such as "none", which local servers are content with, is no secret but a word.
  private static final int SHORTEST_SECRET = 6;

  private final List<String> secrets;

  Redactor(ModelConfig config, @Nullable ModelKey key) {
    this.secrets =
        Stream.concat(
                Stream.ofNullable(key).map(ModelKey::value), config.headers().values().stream())
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .toList();
  }

  String redact(String text) {
    String known = text;
    for (String secret : secrets) {
      known = known.replace(secret, HIDDEN);
    }
    return KEY.matcher(BEARER.matcher(known).replaceAll("$1 " + HIDDEN)).replaceAll(HIDDEN);
  }
}

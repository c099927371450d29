package io.assistantmcp.server.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one call is authorised with.
 *
 * @param key the key, or null if there is none
 * @param organization the organisation that pays, or empty
 * @param project the project that the call belongs to, or empty
 */
public record Credentials(@Nullable ApiKey key, String organization, String project) {

  /** The header with a client's own key. */
  public static final String KEY_HEADER = "X-OpenAI-API-Key";

  /** The header with a client's organisation. */
  public static final String ORGANIZATION_HEADER = "X-OpenAI-Organization";

  /** The header with a client's project. */
  public static final String PROJECT_HEADER = "X-OpenAI-Project";

  /** Nobody's. */
  public static final Credentials NONE = of("", "", "");

  static final Pattern SENDABLE = Pattern.compile("[!-~]*");

  static Credentials of(String key, String organization, String project) {
    return new Credentials(key.isEmpty() ? null : new ApiKey(key), organization, project);
  }

  /**
   * What a request brings along; a header that is absent or blank counts as none. Whether the
   * values can be sent on is not asked here, but when a call is made with them.
   *
   * @param headers gives a header's value, or null
   */
  public static Credentials ofHeaders(Function<String, @Nullable String> headers) {
    return of(
        text(headers.apply(KEY_HEADER)),
        text(headers.apply(ORGANIZATION_HEADER)),
        text(headers.apply(PROJECT_HEADER)));
  }

  /** The header whose value no request upstream could carry, if there is one. */
  public Optional<String> unsendable() {
    return Map.of(
            KEY_HEADER, key == null ? "" : key.value(),
            ORGANIZATION_HEADER, organization,
            PROJECT_HEADER, project)
        .entrySet()
        .stream()
        .filter(header -> !SENDABLE.matcher(header.getValue()).matches())
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** Whether a request upstream could carry this. */
  public static boolean isSendable(String value) {
    return SENDABLE.matcher(value).matches();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}

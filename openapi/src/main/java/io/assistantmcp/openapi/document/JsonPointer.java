package io.assistantmcp.openapi.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON Pointer (RFC 6901).
 *
 * @param tokens the unescaped reference tokens, empty for the whole document
 */
public record JsonPointer(List<String> tokens) {

  public static final JsonPointer ROOT = new JsonPointer(List.of());

  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /** The pointer with these tokens, which need no escaping. */
  public static JsonPointer of(String... tokens) {
    return new JsonPointer(List.of(tokens));
  }

  /**
   * Reads a pointer as it stands in a {@code $ref}, without the leading {@code #}.
   *
   * @throws IllegalArgumentException if it does not start with a slash
   */
  public static JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("A JSON pointer starts with '/': " + text);
    }
    return new JsonPointer(
        Arrays.stream(text.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  public JsonPointer child(String token) {
    List<String> longer = new ArrayList<>(tokens);
    longer.add(token);
    return new JsonPointer(longer);
  }

  public JsonPointer child(int index) {
    return child(Integer.toString(index));
  }

  /** The pointer's escaped text, {@code ""} for the whole document. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append('/').append(token.replace("~", "~0").replace("/", "~1")));
    return text.toString();
  }
}

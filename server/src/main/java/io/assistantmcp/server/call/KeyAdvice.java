package io.assistantmcp.server.call;

import io.assistantmcp.server.config.KeySource;

/**
 * What to do about the key of a call.
 *
 * @param source where keys come from
 * @param place where the present one is, as messages name it
 * @param host the host that they are for
 */
record KeyAdvice(KeySource source, String place, String host) {

  private static final String NOT_BEFORE = "; before that a retry makes no sense.";

  /** For keys that callers have. */
  KeyAdvice(KeySource source, String host) {
    this(source, source.place(), host);
  }

  /** There is none. */
  String missing() {
    return switch (source) {
      case SETTING, VARIABLE ->
          "No API key is set, nothing was sent. Set "
              + place
              + " in the server's environment or in .env and restart the server"
              + NOT_BEFORE;
      case REQUEST ->
          "No API key came with the request, nothing was sent. Let the client send its key in "
              + place
              + NOT_BEFORE;
    };
  }

  /** A header of the request has a value that cannot be sent on. */
  String unsendable(String header) {
    return "The header "
        + header
        + " holds a space, a line break or a character outside ASCII, which no request can carry"
        + " on; nothing was sent. Correct it where the client is configured"
        + NOT_BEFORE;
  }

  /** Upstream does not know it. */
  String rejected() {
    return switch (source) {
      case SETTING, VARIABLE ->
          "set " + place + " to a key that " + host + " accepts and restart the server.";
      case REQUEST -> "let the client send a key that " + host + " accepts in " + place + ".";
    };
  }

  /** It is not allowed to do this. */
  String insufficient() {
    return "use a key with the permissions this needs; " + place + " holds the present one.";
  }
}

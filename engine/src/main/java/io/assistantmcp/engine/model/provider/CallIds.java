package io.assistantmcp.engine.model.provider;

import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.http.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ids of function calls. Clients of the Assistants API know {@code call_} and letters or digits;
 * providers make what they like, and some insist on getting theirs back. So a foreign id stays in
 * the raw item, and clients see one that follows from it.
 */
final class CallIds {

  private static final Pattern KNOWN = Pattern.compile("call_[A-Za-z0-9]+");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 24;

  private CallIds() {}

  /** The id that clients see for a provider's: the same for the same. */
  static String shown(String id) {
    return KNOWN.matcher(id).matches() ? id : made(id);
  }

  /** What the provider called the calls of this run, by the ids that clients see. */
  static Map<String, String> originals(List<InputItem> input) {
    Map<String, String> originals = new HashMap<>();
    for (InputItem item : input) {
      if (item instanceof InputItem.Replay replay) {
        String id = Fields.text(replay.raw(), "call_id");
        originals.put(shown(id), id);
      }
    }
    return originals;
  }

  /** An id that follows from a text. */
  static String made(String from) {
    byte[] hash = sha256(from);
    StringBuilder id = new StringBuilder("call_");
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt((hash[i] & 0xff) % DIGITS.length()));
    }
    return id.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

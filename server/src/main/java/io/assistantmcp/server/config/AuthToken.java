package io.assistantmcp.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What clients show to be let in. It is never sent upstream, and shows itself to nobody. */
public final class AuthToken {

  private final byte[] value;

  AuthToken(String value) {
    this.value = value.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this is what was shown; how long the answer takes does not tell how near it was. */
  public boolean matches(String shown) {
    return MessageDigest.isEqual(value, shown.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}

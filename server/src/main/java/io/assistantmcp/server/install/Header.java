package io.assistantmcp.server.install;

import java.util.function.Function;

/**
 * What requests over HTTP carry.
 *
 * @param name its name
 * @param scheme what goes before the secret, or empty
 */
record Header(String name, String scheme, Secret secret) {

  /** The value, with the secret as the client is told it. */
  String value(Function<Secret, String> reference) {
    return scheme + reference.apply(secret);
  }
}

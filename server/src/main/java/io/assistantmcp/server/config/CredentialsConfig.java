package io.assistantmcp.server.config;

import java.util.Optional;

/**
 * Whose credentials calls are made with.
 *
 * @param source where they come from
 * @param own the server's, which nobody has if each request brings its own
 */
public record CredentialsConfig(KeySource source, Credentials own) {

  /**
   * The credentials of a call.
   *
   * @param sent what came with its request, if there was one that could bring anything
   */
  public Credentials of(Optional<Credentials> sent) {
    return source == KeySource.REQUEST ? sent.orElse(Credentials.NONE) : own;
  }
}

package io.assistantmcp.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that answers. It keeps nothing between calls: all that an answer should know of is in
 * the request.
 */
public interface Model {

  /** What this provider can be asked for. */
  Capabilities capabilities();

  /**
   * Asks for an answer and waits for it. Nothing that a provider or the network does makes this
   * throw: what went wrong is an answer too.
   *
   * @param key the key of whom the call is made for, or null; a configured one goes before it
   * @param token ends the call early, within a second
   */
  ModelAnswer call(ModelRequest request, @Nullable ModelKey key, CancelToken token);
}

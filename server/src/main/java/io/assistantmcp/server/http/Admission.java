package io.assistantmcp.server.http;

import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.session.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * What a request has to pass before it is worked on.
 *
 * @param quota limits the calls of a key
 * @param gate limits what goes on at the same time
 */
record Admission(Quota quota, Gate gate) {

  /**
   * Lets a request in, which has to {@link Gate.Place#leave} some day.
   *
   * @throws Refused if it is one too many
   */
  Gate.Place enter(Incoming.Request request, Caller caller) throws Refused {
    quota.pass(request, caller);
    return gate.enter();
  }

  /**
   * Lets a request of the API itself in, which has to {@link Gate.Place#leave} some day.
   *
   * @param key what it is answered with
   * @throws Refused if it is one too many
   */
  Gate.Place enter(@Nullable ApiKey key) throws Refused {
    quota.pass(key);
    return gate.enter();
  }
}

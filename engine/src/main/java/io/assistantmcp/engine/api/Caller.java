package io.assistantmcp.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from.
 *
 * @param tenant whose objects it sees
 * @param key the key it came with, or null; held in memory only
 */
public record Caller(String tenant, @Nullable String key) {

  /** Nothing that is logged by accident may hold a key. */
  @Override
  public String toString() {
    return "Caller[" + tenant + "]";
  }
}

package io.assistantmcp.engine;

import java.time.Clock;

/**
 * How an engine works.
 *
 * @param database such as {@code jdbc:sqlite:/data/assistants.db}
 * @param tenantPerKey whether each key sees only its own objects, or everybody sees all
 * @param requireBetaHeader whether to refuse requests that do not name the API's version
 */
public record EngineConfig(
    String database, boolean tenantPerKey, boolean requireBetaHeader, Clock clock) {

  /** One person's engine on a database. */
  public static EngineConfig on(String database) {
    return new EngineConfig(database, false, false, Clock.systemUTC());
  }
}

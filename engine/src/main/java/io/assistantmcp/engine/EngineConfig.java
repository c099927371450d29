package io.assistantmcp.engine;

import io.assistantmcp.engine.run.RunConfig;

/**
 * How an engine works.
 *
 * @param database such as {@code jdbc:sqlite:/data/assistants.db}
 * @param tenantPerKey whether each key sees only its own objects, or everybody sees all
 */
public record EngineConfig(String database, boolean tenantPerKey, RunConfig runs) {}

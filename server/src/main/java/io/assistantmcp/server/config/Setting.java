package io.assistantmcp.server.config;

/**
 * One thing that the server can be told.
 *
 * @param name its variable, in the environment or in {@code .env}
 * @param flag its option on the command line, or empty: a secret has none, since others see it
 *     there
 * @param initial what holds without it, or empty for nothing
 * @param allowed which values there are
 * @param meaning what it does
 */
public record Setting(String name, String flag, String initial, String allowed, String meaning) {}

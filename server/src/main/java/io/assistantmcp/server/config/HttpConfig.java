package io.assistantmcp.server.config;

/**
 * How the server serves over HTTP.
 *
 * @param address where it listens
 * @param stateful whether streamable HTTP has sessions
 * @param access who is let in
 * @param limits how much it takes on
 */
public record HttpConfig(
    ListenAddress address, boolean stateful, HttpAccess access, HttpLimits limits) {}

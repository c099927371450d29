package io.assistantmcp.server.config;

/**
 * What the server was told.
 *
 * @param upstream where calls go, and how
 * @param address where HTTP transports are to listen
 * @param log what is logged, and where
 */
public record ServerConfig(UpstreamConfig upstream, ListenAddress address, LogConfig log) {}

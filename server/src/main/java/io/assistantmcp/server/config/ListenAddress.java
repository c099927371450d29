package io.assistantmcp.server.config;

/**
 * Where a server listens.
 *
 * @param host the name or address of an interface
 * @param port the port, or 0 for any that is free
 */
public record ListenAddress(String host, int port) {

  /** Whether only this machine can connect. */
  public boolean isLoopback() {
    return Loopback.includes(host);
  }
}

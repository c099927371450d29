package io.assistantmcp.server.config;

import java.util.Map;

/**
 * Where a server listens.
 *
 * @param host the name or address of an interface
 * @param port the port, or 0 for any that is free
 */
public record ListenAddress(String host, int port) {

  /** What stands for all interfaces cannot be connected to everywhere. */
  private static final Map<String, String> ANY =
      Map.of("0.0.0.0", "127.0.0.1", "::", "[::1]", "[::]", "[::1]");

  /** Whether only this machine can connect. */
  public boolean isLoopback() {
    return Loopback.includes(host);
  }

  /** The URL of a server there, as this machine reaches it; without a path. */
  public String url() {
    String reached = ANY.getOrDefault(host, host);
    String name = reached.contains(":") && !reached.startsWith("[") ? "[" + reached + "]" : reached;
    return "http://" + name + ":" + port;
  }
}

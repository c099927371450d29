package io.assistantmcp.server.config;

import java.util.Locale;

/** How clients reach the server. */
public enum Transport {
  STDIO,
  STREAMABLE_HTTP,
  SSE,
  /** Both streamable HTTP and SSE, on one port. */
  HTTP;

  /** Whether clients connect over a network. */
  public boolean isHttp() {
    return this != STDIO;
  }

  /** Whether the endpoint of streamable HTTP is served. */
  public boolean isStreamable() {
    return this == STREAMABLE_HTTP || this == HTTP;
  }

  /** Whether the endpoints of SSE are served. */
  public boolean isSse() {
    return this == SSE || this == HTTP;
  }

  /** As settings name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

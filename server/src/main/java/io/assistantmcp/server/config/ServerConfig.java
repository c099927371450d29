package io.assistantmcp.server.config;

/**
 * What the server was told.
 *
 * @param upstream where calls go, and how
 * @param credentials whose key they are made with
 * @param transport how clients reach the server
 * @param http how it serves over HTTP
 * @param log what is logged, and where
 * @param metrics whether it counts and measures
 */
public record ServerConfig(
    UpstreamConfig upstream,
    CredentialsConfig credentials,
    Transport transport,
    HttpConfig http,
    LogConfig log,
    boolean metrics) {

  /** Whether anybody on the network can make calls with the server's own key. */
  public boolean isOpen() {
    return transport.isHttp()
        && credentials.own().key() != null
        && http.access().token() == null
        && !http.address().isLoopback();
  }
}

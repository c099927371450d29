package io.assistantmcp.server.config;

import org.jspecify.annotations.Nullable;

/**
 * What the server was told.
 *
 * @param upstream where calls go, and how
 * @param embedded how assistants live in this process, or null if they are upstream's
 * @param credentials whose key they are made with
 * @param tools which tools are served
 * @param transport how clients reach the server
 * @param http how it serves over HTTP
 * @param log what is logged, and where
 * @param metrics whether it counts and measures
 */
public record ServerConfig(
    UpstreamConfig upstream,
    @Nullable EmbeddedConfig embedded,
    CredentialsConfig credentials,
    ToolsConfig tools,
    Transport transport,
    HttpConfig http,
    LogConfig log,
    boolean metrics) {

  /**
   * Whether anybody on the network can use what is the server's own: its key, its model's key, or
   * assistants that belong to nobody in particular.
   */
  public boolean isOpen() {
    return transport.isHttp()
        && http.access().token() == null
        && !http.address().isLoopback()
        && (credentials.own().key() != null || embedded != null && isShared(embedded));
  }

  private boolean isShared(EmbeddedConfig assistants) {
    return credentials.source() == KeySource.SETTING || assistants.hasOwnKey();
  }
}

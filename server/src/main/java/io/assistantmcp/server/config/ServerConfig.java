package io.assistantmcp.server.config;

import io.assistantmcp.engine.model.ModelKey;
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

  /** Where calls go that the engine has nothing to do with, such as those of files. */
  public UpstreamConfig provider() {
    return embedded == null
        ? upstream
        : new UpstreamConfig(embedded.model().baseUrl(), upstream.timeout(), upstream.maxRetries());
  }

  /** Whether calls may go to another server. The engine alone answers all of the usual tools. */
  public boolean leavesProcess() {
    return embedded == null || !tools.areUsual();
  }

  /** Whether such calls are made with a key that is the provider's, not the caller's. */
  public boolean providerHasKey() {
    return embedded != null && embedded.hasOwnKey();
  }

  /** The key that the provider of models was given, or null if there is none. */
  public @Nullable ApiKey modelKey() {
    ModelKey key = embedded == null ? null : embedded.model().key();
    return key == null ? null : new ApiKey(key.value());
  }

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

package io.assistantmcp.server.config;

import io.assistantmcp.engine.model.ModelConfig;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How assistants live in this process.
 *
 * @param database the file that they are in
 * @param databaseIsDefault whether nobody named it
 * @param model which models answer
 * @param contextTokens what a model can read, or 0 if nobody knows
 * @param runExpiry how long a run may take
 * @param workers how many runs are worked on at the same time
 * @param http whether the API itself is served over HTTP, too
 */
public record EmbeddedConfig(
    Path database,
    boolean databaseIsDefault,
    ModelConfig model,
    int contextTokens,
    Duration runExpiry,
    int workers,
    boolean http) {

  /** What may stand before the name of a file. */
  static final String SCHEME = "jdbc:sqlite:";

  /** The database, as the engine takes it. */
  public String databaseUrl() {
    return SCHEME + database;
  }

  /** Whether models are asked with a key that the server was given for that. */
  public boolean hasOwnKey() {
    return model.key() != null || model.headersAuthorise();
  }

  /** Whether no model answers without a key, and only a call can bring one. */
  public boolean needsKey() {
    return model.api() != ModelConfig.Api.ECHO && model.isOpenAi() && !hasOwnKey();
  }

  /** Whether the provider has files and vector stores, as OpenAI does. */
  public boolean hasFiles() {
    return model.api() != ModelConfig.Api.ECHO
        && (model.isOpenAi() || model.hostedTools() == ModelConfig.HostedTools.ON);
  }
}

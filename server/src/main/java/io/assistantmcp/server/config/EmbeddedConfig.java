package io.assistantmcp.server.config;

import io.assistantmcp.engine.model.ModelConfig;
import java.time.Duration;

/**
 * How assistants live in this process.
 *
 * @param database the URL of the file that they are in
 * @param model which models answer
 * @param contextTokens what a model can read, or 0 if nobody knows
 * @param runExpiry how long a run may take
 * @param workers how many runs are worked on at the same time
 * @param http whether the API itself is served over HTTP, too
 */
public record EmbeddedConfig(
    String database,
    ModelConfig model,
    int contextTokens,
    Duration runExpiry,
    int workers,
    boolean http) {

  /** Whether models are asked with a key that the server was given for that. */
  public boolean hasOwnKey() {
    return model.key() != null || model.headersAuthorise();
  }

  /** Whether no model answers without a key, and only a call can bring one. */
  public boolean needsKey() {
    return model.api() != ModelConfig.Api.ECHO && model.isOpenAi() && !hasOwnKey();
  }
}

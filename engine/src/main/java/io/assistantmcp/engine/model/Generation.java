package io.assistantmcp.engine.model;

import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/**
 * How a model should answer. What is null was not asked for and is not sent: reasoning models
 * refuse a temperature even at its default.
 *
 * @param responseFormat an assistant's {@code response_format}
 * @param maxOutputTokens what the answer may take, reasoning included
 */
public record Generation(
    @Nullable Number temperature,
    @Nullable Number topP,
    @Nullable String reasoningEffort,
    @Nullable JsonElement responseFormat,
    @Nullable Integer maxOutputTokens) {

  /** Everything as the provider likes it. */
  public static final Generation DEFAULT = new Generation(null, null, null, null, null);
}

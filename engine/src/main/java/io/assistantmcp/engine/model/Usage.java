package io.assistantmcp.engine.model;

/** The tokens of a call, all zero if the provider does not tell. */
public record Usage(long promptTokens, long completionTokens) {

  /** No tokens. */
  public static final Usage NONE = new Usage(0, 0);

  public long totalTokens() {
    return promptTokens + completionTokens;
  }

  /** Both together. */
  public Usage plus(Usage other) {
    return new Usage(promptTokens + other.promptTokens, completionTokens + other.completionTokens);
  }
}

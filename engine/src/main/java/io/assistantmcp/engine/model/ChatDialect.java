package io.assistantmcp.engine.model;

/**
 * Where servers of the Chat Completions API differ.
 *
 * @param instructionsRole the role of the message that holds the instructions
 * @param limitField the field that limits the length of an answer
 */
public record ChatDialect(InstructionsRole instructionsRole, LimitField limitField) {

  /** What OpenAI documents and most servers read. */
  public static final ChatDialect OPENAI =
      new ChatDialect(InstructionsRole.SYSTEM, LimitField.MAX_COMPLETION_TOKENS);

  /** The roles that instructions are sent in. */
  public enum InstructionsRole {
    SYSTEM,
    DEVELOPER
  }

  /** The names of the limit. */
  public enum LimitField {
    MAX_COMPLETION_TOKENS,
    MAX_TOKENS
  }
}

package io.assistantmcp.tool;

/** What an operation answers when it succeeds. */
public enum AnswerForm {
  /** JSON, or nothing. Anything else is no answer of the operation. */
  JSON,
  /** Whatever it may be: a text, a file, JSON. */
  ANY
}

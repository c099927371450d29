package io.assistantmcp.tool;

/** An argument that cannot be put into a request. The message is written for the caller. */
public final class InvalidArgumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param pointer JSON pointer of the argument
   * @param problem what is wrong and what is allowed
   */
  InvalidArgumentException(String pointer, String problem) {
    super(pointer + ": " + problem);
  }
}

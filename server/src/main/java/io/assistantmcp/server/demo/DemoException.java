package io.assistantmcp.server.demo;

/** Something does not work. The message is for whoever wanted to see it work. */
public final class DemoException extends Exception {

  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message, null, false, false);
  }
}

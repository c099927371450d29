package io.assistantmcp.server.session;

/** Where messages to the client go. */
public interface Sink {

  /** Takes a message, from any thread. A client that is gone is no error. */
  void write(byte[] json);

  /** Told when what was asked here will get no more answers. */
  default void end() {}
}

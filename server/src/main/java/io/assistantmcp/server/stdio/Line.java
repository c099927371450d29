package io.assistantmcp.server.stdio;

/** What stands between two line breaks of the input. */
sealed interface Line {

  record Text(String text) implements Line {}

  record TooLong(int limit) implements Line {}

  record NotUtf8() implements Line {}

  /** The client has closed its end. */
  record End() implements Line {}
}

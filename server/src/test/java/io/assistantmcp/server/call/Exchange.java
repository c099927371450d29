package io.assistantmcp.server.call;

/**
 * One tool call and the request it becomes.
 *
 * @param tool the tool's name
 * @param special what is special about it
 * @param arguments the call's arguments as JSON
 * @param request the method and target that leave
 * @param body the exact body that leaves, or empty if none does
 */
record Exchange(String tool, String special, String arguments, String request, String body) {

  /** A call without a body. */
  static Exchange of(String tool, String special, String arguments, String request) {
    return new Exchange(tool, special, arguments, request, "");
  }

  @Override
  public String toString() {
    return tool + ": " + special;
  }
}

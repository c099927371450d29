package io.assistantmcp.server.call;

/** JSON pointers, which tell a caller where in the arguments a problem is. */
final class Pointer {

  private Pointer() {}

  /** The pointer to a member of an object or an element of an array. */
  static String child(String parent, Object name) {
    return parent + "/" + name.toString().replace("~", "~0").replace("/", "~1");
  }
}

package io.assistantmcp.server.call;

import java.util.Arrays;
import java.util.List;

/** JSON pointers, which tell a caller where in the arguments a problem is. */
final class Pointer {

  private Pointer() {}

  /** The pointer to a member of an object or an element of an array. */
  static String child(String parent, Object name) {
    return parent + "/" + name.toString().replace("~", "~0").replace("/", "~1");
  }

  /** The names that a pointer leads through. */
  static List<String> names(String pointer) {
    return Arrays.stream(pointer.split("/", -1))
        .skip(1)
        .map(name -> name.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}

package io.assistantmcp.codegen.render;

import io.assistantmcp.codegen.spec.Operation;

/** Texts of the document as javadoc, which has syntax of its own. */
final class Javadocs {

  private Javadocs() {}

  /** What the tool does, and the HTTP operation behind it. */
  static String of(Operation operation) {
    return escaped(operation.description())
        + "\n\n<p>HTTP: {@code "
        + operation.method()
        + " "
        + escaped(operation.path())
        + "} ({@code "
        + escaped(operation.id())
        + "}).\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;");
  }
}

package io.assistantmcp.codegen.render;

/**
 * A file for the compiler to write.
 *
 * @param kind whether javac compiles it
 * @param name the simple name: of the class for a source, of the file for a resource
 * @param content its whole text
 */
public record GeneratedFile(Kind kind, String name, String content) {

  /** What the compiler does with a file. */
  public enum Kind {
    SOURCE,
    RESOURCE
  }
}

package io.assistantmcp.engine.model;

/**
 * What a piece of text refers to. Positions count code points, the end is exclusive, and the text
 * is never empty: clients replace it by a link of their own.
 */
public sealed interface Annotation {

  /** Where a statement is taken from. */
  record FileCitation(String text, String fileId, int start, int end) implements Annotation {}

  /** A file that the code interpreter made. */
  record FilePath(String text, String fileId, int start, int end) implements Annotation {}
}

package io.assistantmcp.openapi.document;

/**
 * Something wrong in a document, told so that its author can mend it.
 *
 * @param document the file's name
 * @param pointer where in it
 * @param line the line of the nearest node that exists there, counted from 1
 * @param message what is wrong
 * @param cure what to do about it
 */
public record Problem(String document, JsonPointer pointer, int line, String message, String cure) {

  /** A problem of a document as a whole. */
  public static Problem of(String document, String message, String cure) {
    return new Problem(document, JsonPointer.ROOT, 1, message, cure);
  }

  @Override
  public String toString() {
    return document + ":" + line + ": #" + pointer + ": " + message + "; " + cure;
  }
}

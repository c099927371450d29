package io.assistantmcp.server.docs;

/** A part of a Markdown text that is written here, between two markers that stay. */
final class MarkedSection {

  private MarkedSection() {}

  /**
   * The text with the part replaced.
   *
   * @throws IllegalArgumentException if the markers are not there, or not in order
   */
  static String fill(String markdown, String name, String content) {
    String opening = "<!-- " + name + ":begin -->";
    String closing = "<!-- " + name + ":end -->";
    int begin = markdown.indexOf(opening);
    int end = markdown.indexOf(closing);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("There is no " + opening + " with " + closing + " after");
    }
    return markdown.substring(0, begin + opening.length())
        + "\n\n"
        + content
        + "\n\n"
        + markdown.substring(end);
  }
}

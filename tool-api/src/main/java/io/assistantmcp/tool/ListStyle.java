package io.assistantmcp.tool;

/** How a list or an object is written where a query has text only. */
public enum ListStyle {
  /** The name again for each element; an object's fields under their own names. */
  EXPLODED(""),
  /** One value, with commas. */
  COMMAS(","),
  /** One value, with spaces. */
  SPACES(" "),
  /** One value, with vertical bars. */
  PIPES("|"),
  /** {@code name[field]=value}. */
  DEEP_OBJECT("");

  private final String separator;

  ListStyle(String separator) {
    this.separator = separator;
  }

  String separator() {
    return separator;
  }
}

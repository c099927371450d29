package io.assistantmcp.server.cli;

/**
 * What a check came to.
 *
 * @param fine whether nothing has to be done
 * @param subject what was checked
 * @param text what was found
 */
record Finding(boolean fine, String subject, String text) {

  static Finding fine(String subject, String text) {
    return new Finding(true, subject, text);
  }

  static Finding wrong(String subject, String text) {
    return new Finding(false, subject, text);
  }

  @Override
  public String toString() {
    return "%-5s  %-8s  %s".formatted(fine ? "ok" : "wrong", subject, text);
  }
}

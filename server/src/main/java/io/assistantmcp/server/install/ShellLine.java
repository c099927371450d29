package io.assistantmcp.server.install;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command for a shell, one word after the other. */
final class ShellLine {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private final List<String> words = new ArrayList<>();

  /** Words that stay as they are, whatever is in them. */
  ShellLine words(List<String> literal) {
    literal.forEach(word -> words.add(quoted(word)));
    return this;
  }

  ShellLine words(String... literal) {
    return words(List.of(literal));
  }

  /** A word in which the shell puts variables, as {@code ${NAME}}. */
  ShellLine template(String word) {
    words.add('"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    return this;
  }

  /** A variable that the process gets. Only before its words. */
  ShellLine variable(Secret secret) {
    words.add(secret.variable() + "=\"" + secret.inShell() + '"');
    return this;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}

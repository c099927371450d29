package io.assistantmcp.engine.model.http;

import java.util.regex.Pattern;

/** The readable part of a text that may be long, or a web page. */
final class Excerpt {

  private static final Pattern PAGE = Pattern.compile("(?is)^\\s*<(!doctype|html|head|body)");
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?(</\\1>|$)|<!--.*?-->");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Excerpt() {}

  static String of(String text, int longest) {
    String start = text.length() > longest * 8 ? text.substring(0, longest * 8) : text;
    String words =
        isPage(text) ? TAG.matcher(UNSEEN.matcher(start).replaceAll(" ")).replaceAll(" ") : start;
    String line = SPACE.matcher(words).replaceAll(" ").strip();
    return line.length() <= longest ? line : line.substring(0, longest) + " … (shortened)";
  }

  /** Whether a text is meant for a browser. */
  static boolean isPage(String text) {
    return PAGE.matcher(text).find();
  }
}

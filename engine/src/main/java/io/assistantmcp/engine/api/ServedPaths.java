package io.assistantmcp.engine.api;

import java.util.regex.Pattern;

/** What of the document the engine serves. The rest of it, such as files, is at a provider. */
public final class ServedPaths {

  private static final Pattern SERVED = Pattern.compile("/(assistants|threads)(/.*)?");

  private ServedPaths() {}

  /**
   * Whether the engine answers an operation.
   *
   * @param path its path, or the template of it, below the base URL
   */
  public static boolean include(String path) {
    return SERVED.matcher(path).matches();
  }
}

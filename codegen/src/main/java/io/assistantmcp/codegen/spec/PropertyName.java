package io.assistantmcp.codegen.spec;

import java.util.regex.Pattern;

/** The property names that every model API accepts in a tool's schema. */
public final class PropertyName {

  private static final Pattern ACCEPTED = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

  private PropertyName() {}

  public static boolean isAccepted(String name) {
    return ACCEPTED.matcher(name).matches();
  }
}

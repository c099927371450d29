package io.assistantmcp.server.config;

import java.util.regex.Pattern;

/** A setting that cannot be used. The message is one line for whoever wrote the setting. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 80;
  private static final Pattern KEY = Pattern.compile("\\bsk-\\S+");

  /** A setting that has a problem. */
  public ConfigException(String setting, String problem) {
    super(setting + ": " + problem);
  }

  /** A value that is not among the allowed ones. */
  ConfigException(Setting setting, String value) {
    this(setting.name(), "'" + shown(value) + "' is not allowed; allowed: " + setting.allowed());
  }

  /** What may be repeated of a value: one line, not too long, and no key that went astray. */
  static String shown(String value) {
    String line = KEY.matcher(value).replaceAll("[hidden]").replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}

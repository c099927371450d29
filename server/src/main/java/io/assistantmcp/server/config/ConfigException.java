package io.assistantmcp.server.config;

/** A setting that cannot be used. The message is one line for whoever wrote the setting. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  ConfigException(String setting, String problem) {
    super(setting + ": " + problem);
  }
}

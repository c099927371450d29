package io.assistantmcp.server.install;

import java.util.Locale;

/** The ways to have a server. */
public enum Way {
  /** The client starts the launcher. */
  STDIO,
  /** The client starts a container. */
  DOCKER,
  /** Somebody started a server. */
  HTTP;

  /** As the command line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

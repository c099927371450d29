package io.assistantmcp.server.config;

import java.util.regex.Pattern;

/** The hosts that are this machine, by their names alone: a name server is not asked. */
final class Loopback {

  private static final Pattern HOST =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

  private Loopback() {}

  static boolean includes(String host) {
    return HOST.matcher(host).matches();
  }
}

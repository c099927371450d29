package io.assistantmcp.server.http;

import io.assistantmcp.server.config.HttpAccess;
import io.assistantmcp.server.config.HttpConfig;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that the server may be called by. A page on the internet can give its own name our
 * address, but it cannot make a browser send another name.
 */
final class Hosts {

  private static final Pattern PORT = Pattern.compile(":\\d*$");

  private final Set<String> names = new HashSet<>(HttpAccess.LOCAL_HOSTS);

  Hosts(HttpConfig config) {
    String host = config.address().host();
    names.add(lower(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host));
    config.access().hosts().forEach(allowed -> names.add(lower(allowed)));
  }

  /** Whether a name is one of them, with its port or with any. */
  boolean allow(String authority) {
    String name = lower(authority);
    return names.contains(name) || names.contains(PORT.matcher(name).replaceFirst(""));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

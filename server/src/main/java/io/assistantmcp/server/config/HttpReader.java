package io.assistantmcp.server.config;

import java.util.regex.Pattern;

/** Reads how the server serves over HTTP. */
final class HttpReader {

  private static final String NAME = "[A-Za-z0-9._-]+|\\[[A-Fa-f0-9.:]+]";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]+|\\[[A-Fa-f0-9.:]+]");
  private static final Pattern ALLOWED = Pattern.compile("(" + NAME + ")(:\\d{1,5})?");
  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://(" + NAME + ")(:\\d{1,5})?/?");

  private HttpReader() {}

  static HttpConfig read(Values values) throws ConfigException {
    return new HttpConfig(
        address(values), values.isTrue(HttpSettings.STATEFUL), access(values), limits(values));
  }

  static ListenAddress address(Values values) throws ConfigException {
    return new ListenAddress(
        values.text(HttpSettings.HOST, HOST.asMatchPredicate()),
        values.number(HttpSettings.PORT, 0, 65535));
  }

  private static HttpAccess access(Values values) throws ConfigException {
    String token = values.secret(HttpSettings.TOKEN);
    return new HttpAccess(
        values.list(HttpSettings.HOSTS, ALLOWED),
        values.list(HttpSettings.ORIGINS, ORIGIN).stream().map(HttpReader::withoutSlash).toList(),
        token.isEmpty() ? null : new AuthToken(token),
        values.isTrue(HttpSettings.OPEN));
  }

  /** An address bar shows origins with one. */
  private static String withoutSlash(String origin) {
    return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
  }

  private static HttpLimits limits(Values values) throws ConfigException {
    return new HttpLimits(
        values.number(HttpSettings.CALLS, 1, 100_000),
        values.number(HttpSettings.STREAMS, 1, 100_000),
        values.number(HttpSettings.BODY, 1024, 64 << 20),
        values.number(HttpSettings.RATE, 0, 1_000_000));
  }
}

package io.assistantmcp.server.install;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A server that runs by itself, over HTTP.
 *
 * @param url of {@code /mcp}, or of {@code /sse}
 * @param authentication what it is shown
 */
public record Endpoint(URI url, Authentication authentication) implements Reach {

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  List<Header> headers() {
    return authentication.headers();
  }

  /** The headers with their values, the secrets as the client is told them. */
  Map<String, String> headers(Function<Secret, String> reference) {
    Map<String, String> values = new LinkedHashMap<>();
    headers().forEach(header -> values.put(header.name(), header.value(reference)));
    return values;
  }

  /** Whether it is the older transport, by the path that the server has for it. */
  boolean isSse() {
    return url.getPath().endsWith("/sse");
  }

  /** Whether nobody between can read what is sent. */
  boolean isPrivate() {
    return "https".equals(url.getScheme()) || THIS_MACHINE.contains(url.getHost());
  }

  @Override
  public List<Secret> secrets() {
    return headers().stream().map(Header::secret).toList();
  }
}

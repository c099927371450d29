package io.assistantmcp.server.http;

import io.assistantmcp.server.config.HttpConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * Lets requests pass that no browser sent, or a page from an allowed place, and tells the browser
 * so: it asks first, by a preflight, and otherwise hides the answer from the page.
 */
final class Origins implements Check {

  private static final Pattern LOCAL = Pattern.compile("https?://([^/]+)");
  private static final String REQUEST_METHOD = "Access-Control-Request-Method";
  private static final String HEADERS =
      "Accept, Authorization, Content-Type, Last-Event-ID, MCP-Protocol-Version, Mcp-Session-Id,"
          + " X-OpenAI-API-Key, X-OpenAI-Organization, X-OpenAI-Project";

  private final Hosts hosts;
  private final Set<String> origins;

  Origins(Hosts hosts, HttpConfig config) {
    this.hosts = hosts;
    this.origins = new HashSet<>(config.access().origins());
  }

  @Override
  public void pass(Request request) throws Refused {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
    if (given.size() > 1 || !given.stream().allMatch(this::allow)) {
      throw new Refused(
          HttpStatus.FORBIDDEN_403,
          "Pages of this origin may not call; more origins are allowed by BACKEND_CORS_ORIGINS");
    }
  }

  private boolean allow(String origin) {
    Matcher local = LOCAL.matcher(origin);
    return origins.contains(origin) || (local.matches() && hosts.allow(local.group(1)));
  }

  /** Lets a page of an allowed origin read the answer. */
  void welcome(Exchange exchange) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.VARY, "Origin");
    String origin = exchange.header(HttpHeader.ORIGIN.asString());
    if (origin != null) {
      headers.put("Access-Control-Allow-Origin", origin);
      headers.put("Access-Control-Expose-Headers", "Mcp-Session-Id, Retry-After");
    }
  }

  /** Answers a browser that asks what a page may send. */
  void preflight(Exchange exchange) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.ALLOW, "GET, POST, DELETE, OPTIONS");
    if (exchange.header(REQUEST_METHOD) != null) {
      headers.put(
          HttpHeader.VARY, "Origin, " + REQUEST_METHOD + ", Access-Control-Request-Headers");
      headers.put("Access-Control-Allow-Methods", "GET, POST, DELETE");
      headers.put("Access-Control-Allow-Headers", HEADERS);
      headers.put("Access-Control-Max-Age", "600");
    }
    exchange.answer(HttpStatus.NO_CONTENT_204);
  }
}

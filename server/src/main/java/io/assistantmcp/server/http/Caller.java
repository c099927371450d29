package io.assistantmcp.server.http;

import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.registry.CallerCredentials;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * Who sent a request.
 *
 * @param credentials what came with it
 */
record Caller(Credentials credentials) {

  private static final List<String> HEADERS =
      List.of(Credentials.KEY_HEADER, Credentials.ORGANIZATION_HEADER, Credentials.PROJECT_HEADER);

  /**
   * Reads the headers that say it.
   *
   * @throws Refused if they could be read in two ways, or hold what no header upstream can
   */
  static Caller of(Request request) throws Refused {
    for (String header : HEADERS) {
      if (request.getHeaders().getValuesList(header).size() > 1) {
        throw bad(header, "is there more than once");
      }
    }
    Credentials credentials = Credentials.ofHeaders(request.getHeaders()::get);
    var unsendable = credentials.unsendable();
    if (unsendable.isPresent()) {
      throw bad(unsendable.get(), "holds a space or a character outside ASCII");
    }
    return new Caller(credentials);
  }

  private static Refused bad(String header, String problem) {
    return new Refused(HttpStatus.BAD_REQUEST_400, "The header " + header + " " + problem);
  }

  /** This one, or who opened the stream if this one brought no key. */
  Caller orElse(Caller opener) {
    return credentials.key() == null ? opener : this;
  }

  /** As handlers of calls get to see it. */
  McpTransportContext context() {
    return McpTransportContext.create(Map.of(CallerCredentials.KEY, credentials));
  }
}

package io.assistantmcp.server.http;

import io.assistantmcp.server.config.AuthToken;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lets requests pass that show the server's token. */
record TokenCheck(AuthToken token) implements Check {

  private static final String SCHEME = "Bearer ";

  @Override
  public void pass(Request request) throws Refused {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    if (given.size() != 1 || !matches(given.get(0))) {
      throw Refused.unauthorized("Send the server's token as Authorization: Bearer");
    }
  }

  private boolean matches(String given) {
    return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && token.matches(given.substring(SCHEME.length()).strip());
  }
}

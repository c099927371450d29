package io.assistantmcp.server.http;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/** Lets requests pass that call the server by one of its names. */
record HostCheck(Hosts hosts) implements Check {

  @Override
  public void pass(Request request) throws Refused {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.HOST);
    if (given.size() != 1 || !hosts.allow(given.get(0))) {
      throw new Refused(
          HttpStatus.MISDIRECTED_REQUEST_421,
          "The Host header does not name this server; more names are allowed by ALLOWED_HOSTS");
    }
  }
}

package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Sink;
import org.eclipse.jetty.http.HttpStatus;

/** Answers a posted message that has no answer of its own. */
record Accepted(Exchange exchange) implements Sink {

  @Override
  public void write(byte[] json) {}

  @Override
  public void end() {
    exchange.answer(HttpStatus.ACCEPTED_202);
  }
}

package io.assistantmcp.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.eclipse.jetty.http.HttpStatus;

/** Says whether the server is up, or ready for more. Asks nobody else. */
final class Health implements Endpoint {

  private static final byte[] YES = "{\"status\":\"ok\"}".getBytes(US_ASCII);
  private static final byte[] NO = "{\"status\":\"draining\"}".getBytes(US_ASCII);

  private final Gate gate;
  private final boolean ready;

  private Health(Gate gate, boolean ready) {
    this.gate = gate;
    this.ready = ready;
  }

  static Health up(Gate gate) {
    return new Health(gate, false);
  }

  static Health ready(Gate gate) {
    return new Health(gate, true);
  }

  @Override
  public void serve(Exchange exchange) throws Refused {
    if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
      throw Refused.method("GET, HEAD");
    }
    if (ready && gate.isClosed()) {
      exchange.answer(HttpStatus.SERVICE_UNAVAILABLE_503, Exchange.JSON, NO);
    } else {
      exchange.answer(YES);
    }
  }
}

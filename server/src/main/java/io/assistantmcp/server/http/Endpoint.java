package io.assistantmcp.server.http;

/** What is served at one path. */
interface Endpoint {

  /**
   * Answers a request, now or later, and does not wait for anything.
   *
   * @throws Refused if it will not
   */
  void serve(Exchange exchange) throws Refused;
}

package io.assistantmcp.server.http;

import org.eclipse.jetty.server.Request;

/** One thing that a request must be, whatever path it asks for. */
interface Check {

  /**
   * Lets a request pass.
   *
   * @throws Refused if it does not
   */
  void pass(Request request) throws Refused;
}

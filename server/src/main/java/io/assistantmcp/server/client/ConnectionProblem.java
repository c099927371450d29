package io.assistantmcp.server.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why there is no connection, in words. */
public final class ConnectionProblem {

  private ConnectionProblem() {}

  /** A clause about the server that was called. */
  public static String of(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "its host is not known";
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "nothing accepts connections there";
    }
    if (failure instanceof SSLException) {
      return "its TLS certificate or protocol is not accepted";
    }
    return failure instanceof InterruptedIOException
        ? "it did not answer within the time allowed"
        : "it closed the connection at once";
  }
}

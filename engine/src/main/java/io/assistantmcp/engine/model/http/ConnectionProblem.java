package io.assistantmcp.engine.model.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why there is no answer, in words. */
final class ConnectionProblem {

  private ConnectionProblem() {}

  /** A clause about the provider that was called. */
  static String of(Attempt.Unanswered unanswered, String timeoutSetting) {
    if (unanswered.cause() instanceof UnknownHostException) {
      return "cannot be reached: its host is not known";
    }
    if (unanswered.cause() instanceof ConnectException
        || unanswered.cause() instanceof NoRouteToHostException) {
      return "cannot be reached: nothing accepts connections there";
    }
    if (unanswered.cause() instanceof SSLException) {
      return "cannot be reached: its TLS certificate or protocol is not accepted";
    }
    if (unanswered.cause() instanceof InterruptedIOException) {
      return "did not answer within the time allowed, see " + timeoutSetting;
    }
    return unanswered.begun() ? "broke off its answer" : "closed the connection without an answer";
  }
}

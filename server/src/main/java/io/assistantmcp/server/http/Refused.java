package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Incoming.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** A request is not served. Says why, to the client. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  /** JSON-RPC leaves this code to servers; what is meant is the HTTP status. */
  private static final int CODE = -32000;

  private final int status;
  private final transient Map<String, String> headers;

  Refused(int status, String message) {
    this(status, message, Map.of());
  }

  private Refused(int status, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  /** The method is not one of those that the path has. */
  static Refused method(String allowed) {
    return new Refused(
        HttpStatus.METHOD_NOT_ALLOWED_405,
        "This path takes " + allowed + " only",
        Map.of("Allow", allowed));
  }

  /** There is too much to do; a little later there may be less. */
  static Refused busy(String message) {
    return later(HttpStatus.SERVICE_UNAVAILABLE_503, message, 1);
  }

  /** The same request can be served after some seconds. */
  static Refused later(int status, String message, long seconds) {
    return new Refused(status, message, Map.of("Retry-After", Long.toString(seconds)));
  }

  /** The client has to say who it is. */
  static Refused unauthorized(String message) {
    return new Refused(
        HttpStatus.UNAUTHORIZED_401, message, Map.of("WWW-Authenticate", "Bearer realm=\"mcp\""));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The answer's body where the API itself is served: an error of the API. */
  Object apiBody() {
    boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR_500;
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", String.valueOf(getMessage()));
    error.put("type", ours ? "server_error" : "invalid_request_error");
    error.put("param", null);
    error.put("code", status == HttpStatus.UNAUTHORIZED_401 ? "invalid_api_key" : null);
    return Map.of("error", error);
  }

  /** The answer's body: a JSON-RPC error that belongs to no request. */
  Object body() {
    return new Refusal(null, CODE, String.valueOf(getMessage())).answer();
  }
}

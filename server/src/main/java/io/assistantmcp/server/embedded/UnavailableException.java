package io.assistantmcp.server.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.http.EngineResponse;
import java.util.Map;

/** There is no engine to ask. Says why, in the form of an answer. */
final class UnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  UnavailableException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  EngineResponse response() {
    ApiException error = ApiException.server(status, String.valueOf(getMessage()));
    return new EngineResponse(
        status,
        Map.of("content-type", "application/json"),
        error.envelope().toString().getBytes(UTF_8));
  }
}

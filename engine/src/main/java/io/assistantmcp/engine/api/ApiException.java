package io.assistantmcp.engine.api;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A request that ends in an error answer. Clients match the words, so they are part of the API. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String INVALID_REQUEST = "invalid_request_error";

  private final int status;
  private final String type;
  private final @Nullable String param;
  private final @Nullable String code;

  private ApiException(
      int status, String type, String message, @Nullable String param, @Nullable String code) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.param = param;
    this.code = code;
  }

  /** A request that is wrong as a whole, or in the state that things are in. */
  public static ApiException badRequest(String message) {
    return badRequest(message, null, null);
  }

  /** A request of which one part is wrong. */
  public static ApiException badRequest(
      String message, @Nullable String param, @Nullable String code) {
    return invalid(400, message, param, code);
  }

  public static ApiException notFound(String message) {
    return invalid(404, message, null, null);
  }

  /** An error of the caller's, with a status of its own. */
  public static ApiException invalid(
      int status, String message, @Nullable String param, @Nullable String code) {
    return new ApiException(status, INVALID_REQUEST, message, param, code);
  }

  /** An error of ours. */
  public static ApiException server(int status, String message) {
    return new ApiException(status, "server_error", message, null, null);
  }

  public int status() {
    return status;
  }

  /** The message, of which there always is one. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** The body of the answer. */
  public JsonObject envelope() {
    JsonObject error = new JsonObject();
    error.addProperty("message", text());
    error.addProperty("type", type);
    error.addProperty("param", param);
    error.addProperty("code", code);
    JsonObject envelope = new JsonObject();
    envelope.add("error", error);
    return envelope;
  }
}

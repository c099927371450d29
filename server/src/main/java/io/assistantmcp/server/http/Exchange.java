package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Encoder;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A request and the means to answer it.
 *
 * @param callback told when the answer is complete
 * @param encoder writes what is answered
 * @param errors the form that refusals have here
 */
record Exchange(
    Request request,
    Response response,
    Callback callback,
    Encoder encoder,
    Function<Refused, Object> errors) {

  static final String JSON = "application/json";

  String method() {
    return request.getMethod();
  }

  @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  void answer(int status, String type, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  void answer(byte[] json) {
    answer(HttpStatus.OK_200, JSON, json);
  }

  /** Answers with a status that says it all. */
  void answer(int status) {
    response.setStatus(status);
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
  }

  void refuse(Refused refused) {
    refused.headers().forEach(response.getHeaders()::put);
    answer(refused.status(), JSON, encoder.json(errors.apply(refused)));
  }
}

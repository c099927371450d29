package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Encoder;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is sent where Jetty itself refuses a request: the same form, and none of its exceptions. */
final class ErrorBodies extends ErrorHandler {

  private final Encoder encoder;

  ErrorBodies(Encoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    byte[] body = body(response.getStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Exchange.JSON);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private byte[] body(int status) {
    return encoder.json(new Refused(status, HttpStatus.getMessage(status)).body());
  }
}

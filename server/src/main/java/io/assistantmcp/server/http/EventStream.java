package io.assistantmcp.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;

/** The format of event streams. */
final class EventStream {

  /** A line that clients skip. */
  static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private EventStream() {}

  /** Makes an answer one that nobody on its way stores or holds back. */
  static void begin(Response response) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Accept.EVENT_STREAM);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no");
  }

  /** The event for a message. */
  static byte[] message(byte[] json) {
    return event("message", json);
  }

  /**
   * An event.
   *
   * @param data a single line
   */
  static byte[] event(String name, byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + name.length() + 16);
    event.writeBytes(("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return event.toByteArray();
  }
}

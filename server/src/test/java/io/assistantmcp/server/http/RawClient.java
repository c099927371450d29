package io.assistantmcp.server.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent. */
final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  RawClient(TestServer server) throws IOException {
    this(server.port());
  }

  RawClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Posts a message with more header lines, each of which ends with a line break. */
  RawClient post(String path, String headers, String body) throws IOException {
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    return send(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(path, length, headers, body));
  }

  RawClient postJson(String path, String body) throws IOException {
    return post(path, "Content-Type: application/json\r\n", body);
  }

  RawClient get(String path, String headers) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
  }

  /** What comes until a text has come, or the end. */
  String until(String text) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    for (int b = read(); b >= 0; b = read()) {
      seen.write(b);
      String all = b == text.charAt(text.length() - 1) ? seen.toString(StandardCharsets.UTF_8) : "";
      if (all.endsWith(text)) {
        return all;
      }
    }
    return seen.toString(StandardCharsets.UTF_8);
  }

  /** The status and the body of an answer. */
  Answer answer() throws IOException {
    String head = until("\r\n\r\n");
    int status = Integer.parseInt(head.substring(9, 12));
    String length = header(head, "Content-Length");
    String body =
        header(head, "Transfer-Encoding").equals("chunked")
            ? chunks()
            : text(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Answer(status, head, body);
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      body.append(text(length));
      until("\r\n");
    }
    until("\r\n");
    return body.toString();
  }

  private int chunkLength() throws IOException {
    return Integer.parseInt(until("\r\n").strip(), 16);
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  /** Whether the other end closes the connection in time, after whatever it still sends. */
  boolean isClosedWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      while (read() >= 0) {
        // What it sends does not matter here.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private int read() throws IOException {
    try {
      return in.read();
    } catch (SocketException e) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** What came back. */
  record Answer(int status, String head, String body) {

    String header(String name) {
      return RawClient.header(head, name);
    }
  }
}

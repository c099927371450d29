package io.assistantmcp.server.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * What upstream answered.
 *
 * @param status the HTTP status
 * @param headers the response headers
 * @param text the body, as UTF-8; bytes that are none are replaced
 */
record Answer(int status, Headers headers, String text) {

  static final int MAX_MEBIBYTES = 16;

  private static final long MAX_BYTES = MAX_MEBIBYTES * 1024L * 1024L;

  /**
   * Reads the response to its end, but never more than a client could be sent.
   *
   * @param memory what an answer takes that is not small
   * @param abandon ends the connection, which else would be read on for a while to be used again
   */
  static Answer read(Response response, AnswerMemory.Share memory, Runnable abandon)
      throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(AnswerMemory.SMALL_BYTES)) {
      long length = response.body().contentLength();
      memory.take(length < 0 ? MAX_BYTES : Math.min(length, MAX_BYTES));
    }
    if (source.request(MAX_BYTES + 1)) {
      abandon.run();
      throw new AnswerTooLargeException();
    }
    return new Answer(
        response.code(), response.headers(), source.readString(StandardCharsets.UTF_8));
  }

  boolean successful() {
    return status >= 200 && status < 300;
  }

  /** A header's value, or the empty string. */
  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }
}

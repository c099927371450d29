package io.assistantmcp.server.call;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/**
 * What upstream answered.
 *
 * @param status the HTTP status
 * @param headers the response headers
 * @param text the body, as UTF-8; bytes that are none are replaced
 * @param length how many bytes it has
 * @param readable whether it is text
 */
record Answer(int status, Headers headers, String text, int length, boolean readable) {

  static final int MAX_MEBIBYTES = 16;

  /** Stands where bytes were no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

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
    ByteString body = source.readByteString();
    String text = body.utf8();
    return new Answer(
        response.code(), response.headers(), text, body.size(), isReadable(text, body));
  }

  private static boolean isReadable(String text, ByteString body) {
    boolean replaced = text.indexOf(REPLACEMENT) >= 0;
    return text.indexOf('\0') < 0 && (!replaced || ByteString.encodeUtf8(text).equals(body));
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

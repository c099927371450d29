package io.assistantmcp.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** Reads the body of a request: as it comes, without a thread, and no more than the limit. */
final class Body implements Runnable {

  /**
   * So much of a body that is too long is read and dropped, or the client would miss the answer.
   */
  private static final long DROPPED = 64 << 20;

  private final Exchange exchange;
  private final int limit;
  private final Consumer<byte[]> reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;

  /**
   * @param reader given the whole body
   */
  Body(Exchange exchange, int limit, Consumer<byte[]> reader) {
    this.exchange = exchange;
    this.limit = limit;
    this.reader = reader;
  }

  /** Reads what is there, and comes back for the rest. */
  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = exchange.request().read();
      if (chunk == null) {
        exchange.request().demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        Response.writeError(
            exchange.request(), exchange.response(), exchange.callback(), chunk.getFailure());
        return;
      }
      keep(chunk.getByteBuffer());
      boolean last = chunk.isLast();
      chunk.release();
      if (last || length > DROPPED) {
        end();
        return;
      }
    }
  }

  private void keep(ByteBuffer piece) {
    length += piece.remaining();
    if (length <= limit) {
      byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      kept.writeBytes(bytes);
    } else {
      kept.reset();
    }
  }

  private void end() {
    if (length <= limit) {
      reader.accept(kept.toByteArray());
    } else {
      exchange.refuse(
          new Refused(
              HttpStatus.PAYLOAD_TOO_LARGE_413,
              "The body is longer than the " + limit + " bytes that are allowed"));
    }
  }
}

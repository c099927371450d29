package io.assistantmcp.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
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

  /** What comes more slowly than this only means to keep the connection. */
  private static final long BYTES_PER_SECOND = 16 << 10;

  private final Exchange exchange;
  private final int limit;
  private final Duration patience;
  private final Consumer<byte[]> reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final long begin = System.nanoTime();
  private long length;

  /**
   * @param patience how long it may take, besides what its length takes
   * @param reader given the whole body
   */
  Body(Exchange exchange, int limit, Duration patience, Consumer<byte[]> reader) {
    this.exchange = exchange;
    this.limit = limit;
    this.patience = patience;
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
      if (isTooSlow()) {
        exchange.refuse(new Refused(HttpStatus.REQUEST_TIMEOUT_408, "The body comes too slowly"));
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

  private boolean isTooSlow() {
    Duration allowed = patience.plusSeconds(length / BYTES_PER_SECOND);
    return System.nanoTime() - begin > allowed.toNanos();
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

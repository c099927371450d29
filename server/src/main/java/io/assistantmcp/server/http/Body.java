package io.assistantmcp.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Reads the body of a request: as it comes, without a thread, and no more than is allowed. */
final class Body implements Runnable {

  /**
   * What bodies may be.
   *
   * @param bytes how long one may be
   * @param patience how long it may take to come, besides what its length takes
   * @param memory what all of them together may take
   */
  record Limits(int bytes, Duration patience, Memory memory) {}

  /**
   * So much of a body that is too long is read and dropped, or the client would miss the answer.
   */
  private static final long DROPPED = 64 << 20;

  /** What comes more slowly than this only means to keep the connection. */
  private static final long BYTES_PER_SECOND = 16 << 10;

  private final Exchange exchange;
  private final Limits limits;
  private final Consumer<byte[]> reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final long begin = System.nanoTime();
  private long length;
  private long taken;

  /**
   * @param reader given the whole body
   */
  Body(Exchange exchange, Limits limits, Consumer<byte[]> reader) {
    this.exchange = exchange;
    this.limits = limits;
    this.reader = reader;
  }

  /** Begins to read; what has been read is counted until the request is answered. */
  void read() {
    Request.addCompletionListener(exchange.request(), failure -> limits.memory().give(taken));
    run();
  }

  /** Reads what is there, and comes back for the rest. */
  @Override
  public void run() {
    try {
      boolean complete = false;
      while (!complete) {
        Content.Chunk chunk = exchange.request().read();
        if (chunk == null) {
          exchange.request().demand(this);
          return;
        }
        complete = take(chunk);
      }
    } catch (Refused e) {
      exchange.refuse(e);
    }
  }

  /** Takes a piece, and says whether that is all there is to do. */
  private boolean take(Content.Chunk chunk) throws Refused {
    if (Content.Chunk.isFailure(chunk)) {
      Response.writeError(
          exchange.request(), exchange.response(), exchange.callback(), chunk.getFailure());
      return true;
    }
    try {
      keep(chunk.getByteBuffer());
    } finally {
      chunk.release();
    }
    if (chunk.isLast() || length > DROPPED) {
      end();
      return true;
    }
    return false;
  }

  private void keep(ByteBuffer piece) throws Refused {
    length += piece.remaining();
    if (length > limits.bytes()) {
      kept.reset();
    } else if (limits.memory().take(piece.remaining())) {
      taken += piece.remaining();
      byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      kept.writeBytes(bytes);
    } else {
      throw Refused.busy("There is no memory left for this message; try again shortly");
    }
    Duration allowed = limits.patience().plusSeconds(length / BYTES_PER_SECOND);
    if (System.nanoTime() - begin > allowed.toNanos()) {
      throw new Refused(HttpStatus.REQUEST_TIMEOUT_408, "The body comes too slowly");
    }
  }

  private void end() throws Refused {
    if (length > limits.bytes()) {
      throw new Refused(
          HttpStatus.PAYLOAD_TOO_LARGE_413,
          "The body is longer than the " + limits.bytes() + " bytes that are allowed");
    }
    reader.accept(kept.toByteArray());
  }
}

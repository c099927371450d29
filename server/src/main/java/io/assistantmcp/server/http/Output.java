package io.assistantmcp.server.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Writes an answer piece by piece: in order, whole pieces only, from any thread. */
final class Output {

  /** Who takes nothing for so long while answers wait, does not read any more. */
  private static final long DEAF_MILLIS = 5_000;

  private final Exchange exchange;
  private final Runnable onGone;
  private final Semaphore turn = new Semaphore(1);
  private volatile boolean over;

  /**
   * @param onGone told once if the client turns out to be gone
   */
  Output(Exchange exchange, Runnable onGone) {
    this.exchange = exchange;
    this.onGone = onGone;
    // What takes long is no failure. A piece that nobody takes for as long is one.
    exchange.request().addIdleTimeoutListener(timeout -> false);
  }

  /** Writes a piece unless another is just being written. Does not wait. */
  void offer(byte[] piece) {
    if (turn.tryAcquire()) {
      send(piece, false);
    }
  }

  /** Writes a piece when its turn has come. */
  void write(byte[] piece) {
    takeTurn();
    send(piece, false);
  }

  /** Writes the last piece, which may be empty. */
  void finish(byte[] piece) {
    takeTurn();
    send(piece, true);
  }

  /** Ends the answer, unless what is being written takes longer than this. */
  void end(Duration patience) {
    try {
      if (turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        send(new byte[0], true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Threads that wait here are missing elsewhere. */
  private void takeTurn() {
    boolean interrupted = false;
    boolean taken = false;
    while (!taken) {
      try {
        taken = turn.tryAcquire(1, TimeUnit.SECONDS);
        if (!taken) {
          hangUpIfDeaf();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fails what is being written, and what waits with it. */
  private void hangUpIfDeaf() {
    EndPoint client = exchange.request().getConnectionMetaData().getConnection().getEndPoint();
    if (client instanceof AbstractEndPoint socket && socket.getIdleFor() > DEAF_MILLIS) {
      client.close();
    }
  }

  private void send(byte[] piece, boolean last) {
    if (over) {
      turn.release();
      return;
    }
    over = last;
    Callback written = Callback.from(() -> written(last), this::failed);
    exchange.response().write(last, ByteBuffer.wrap(piece), written);
  }

  private void written(boolean last) {
    turn.release();
    if (last) {
      exchange.callback().succeeded();
    }
  }

  private void failed(Throwable problem) {
    over = true;
    turn.release();
    exchange.callback().failed(problem);
    onGone.run();
  }
}

package io.assistantmcp.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server in OpenAI's place that takes calls and never answers; it notices who hangs up. */
final class SilentUpstream implements AutoCloseable {

  private final ServerSocket socket;
  private final Semaphore calls = new Semaphore(0);
  private final Semaphore hangUps = new Semaphore(0);

  SilentUpstream() throws IOException {
    socket = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
  }

  /** Whether so many calls arrive in time. */
  boolean isCalled(int times) throws InterruptedException {
    return calls.tryAcquire(times, 20, TimeUnit.SECONDS);
  }

  boolean isCalled() throws InterruptedException {
    return isCalled(1);
  }

  /** Whether a caller hangs up in time. */
  boolean isHungUpWithin(long millis) throws InterruptedException {
    return hangUps.tryAcquire(millis, TimeUnit.MILLISECONDS);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        daemon(() -> serve(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        InputStream in = caller.getInputStream()) {
      byte[] buffer = new byte[1 << 16];
      int read = in.read(buffer);
      if (read > 0) {
        calls.release();
      }
      while (read >= 0) {
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // A reset is a way to hang up.
    } finally {
      hangUps.release();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "silent-upstream");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

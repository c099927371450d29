package io.assistantmcp.server.stdio;

import io.assistantmcp.server.session.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** Writes messages, a line each, from any thread. */
final class LineWriter implements Sink {

  private final OutputStream out;
  private final Runnable clientGone;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean broken;

  /**
   * @param clientGone told once, when nobody reads the output any more
   */
  LineWriter(OutputStream out, Runnable clientGone) {
    this.out = out;
    this.clientGone = clientGone;
  }

  @Override
  public void write(byte[] json) {
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    boolean breaks = false;
    lock.lock();
    try {
      if (!broken) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      broken = true;
      breaks = true;
    } finally {
      lock.unlock();
    }
    if (breaks) {
      clientGone.run();
    }
  }
}

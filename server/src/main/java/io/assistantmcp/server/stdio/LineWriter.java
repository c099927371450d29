package io.assistantmcp.server.stdio;

import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** Writes messages, a line each, from any thread. */
final class LineWriter {

  private final OutputStream out;
  private final McpJsonMapper mapper;
  private final Runnable clientGone;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean broken;

  /**
   * @param clientGone told once, when nobody reads the output any more
   */
  LineWriter(OutputStream out, McpJsonMapper mapper, Runnable clientGone) {
    this.out = out;
    this.mapper = mapper;
    this.clientGone = clientGone;
  }

  void write(Object message) {
    writeLine(line(message));
  }

  /** Writes what {@link #line} made of a message. */
  void writeLine(byte[] line) {
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

  /**
   * The line of a message.
   *
   * @throws IllegalArgumentException if it has no JSON
   */
  byte[] line(Object message) {
    try {
      byte[] json = mapper.writeValueAsBytes(message);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

package io.assistantmcp.server.stdio;

import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.session.CallExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A client of the tiny server in the same JVM. */
final class Conversation implements AutoCloseable {

  final Answers answers = new Answers();
  final TinyServer server = new TinyServer();
  final CountDownLatch closed = new CountDownLatch(1);
  final StdioTransport transport;
  private final PipedOutputStream toServer = new PipedOutputStream();
  private volatile boolean gone;

  Conversation(StdioSettings settings) throws IOException {
    GsonMcpMapper mapper = new GsonMcpMapper();
    PipedInputStream in = new PipedInputStream(toServer, 1 << 20);
    transport =
        new StdioTransport(
            in, new Lines(), mapper, settings, CallExecutor.create(), closed::countDown);
    server.serve(transport, mapper);
  }

  /** A conversation past its handshake. */
  static Conversation begin() throws IOException, InterruptedException {
    Conversation conversation =
        new Conversation(new StdioSettings(1 << 20, Duration.ofSeconds(10)));
    conversation.send(Messages.INITIALIZE, Messages.INITIALIZED);
    conversation.answers.next();
    return conversation;
  }

  void send(String... lines) throws IOException {
    for (String line : lines) {
      send(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  void send(byte[] line) throws IOException {
    toServer.write(line);
    toServer.write('\n');
    toServer.flush();
  }

  void sendUnfinished(String text) throws IOException {
    toServer.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** From now on writing to this client fails. */
  void stopReading() {
    gone = true;
  }

  /** Hangs up and waits until the server is done. */
  void end() throws IOException, InterruptedException {
    close();
    closed.await();
  }

  /** Hangs up. */
  @Override
  public void close() throws IOException {
    toServer.close();
  }

  private final class Lines extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      if (gone) {
        throw new IOException("Broken pipe");
      }
      if (b == '\n') {
        answers.add(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}

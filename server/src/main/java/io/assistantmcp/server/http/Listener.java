package io.assistantmcp.server.http;

import io.assistantmcp.server.config.ListenAddress;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, set up for short messages, long streams and rude clients. */
final class Listener {

  /** Its threads never wait for a client or a call, so they are few. */
  private static final int MOST_THREADS = 32;

  private static final int LEAST_THREADS = 4;
  private static final int HEADER_BYTES = 16 << 10;

  /** A client that finds the queue full tries again after a second, at the earliest. */
  private static final int ACCEPT_QUEUE = 1024;

  /**
   * Jetty 12.1.14 may release the buffer of a request that is no HTTP twice. From a pool, two
   * connections would get it then, and the bytes of one client would become those of another.
   */
  private final Server server = new Server(threads(), null, ByteBufferPool.NON_POOLING);

  private final ServerConnector connector;

  /**
   * @param connections how many there may be
   * @param patience how long a request may take to go on, or a client to read on
   * @param pulse tells the time
   */
  Listener(
      ListenAddress address,
      int connections,
      Duration patience,
      Pulse pulse,
      Front front,
      ErrorBodies errors) {
    SlowHeaders slow = new SlowHeaders(front, patience);
    pulse.add(slow);
    connector = new ServerConnector(server, 1, -1, new HttpConnectionFactory(http()));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(patience.toMillis());
    connector.addBean(slow, false);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(connections, connector));
    server.setErrorHandler(errors);
    server.setHandler(slow);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("http");
    threads.setReservedThreads(0);
    return threads;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    // Those on the heap are cheap to come by without a pool, and gone as soon as nobody uses them.
    http.setUseInputDirectByteBuffers(false);
    http.setUseOutputDirectByteBuffers(false);
    return http;
  }

  void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  int port() {
    return connector.getLocalPort();
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      // What could not be ended ends with the process.
    }
  }
}

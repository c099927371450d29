package io.assistantmcp.server.stdio;

import io.assistantmcp.server.session.Dispatcher;
import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.InFlight;
import io.assistantmcp.server.session.Origin;
import io.assistantmcp.server.session.SessionTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Serves one client over a pair of streams, until the client hangs up or {@link #close()} is
 * called.
 *
 * <p>It takes the place of the SDK's own transport, which dies on bad lines and under concurrent
 * calls and loses what is in flight when the input ends.
 */
public final class StdioTransport implements McpServerTransportProvider {

  private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);

  private final LineReader reader;
  private final LineWriter writer;
  private final McpJsonMapper mapper;
  private final StdioSettings settings;
  private final Executor executor;
  private final Runnable onClosed;
  private final InFlight inFlight = InFlight.inHalfOfTheHeap();
  private final ReentrantLock closing = new ReentrantLock();
  private boolean closed;
  private volatile @Nullable McpServerSession session;

  /**
   * @param in where the client writes
   * @param out where the client reads. Not {@link System#out}: a print stream hides that its reader
   *     is gone
   * @param executor runs calls
   * @param onClosed called once, when no more answers will be written
   */
  public StdioTransport(
      InputStream in,
      OutputStream out,
      McpJsonMapper mapper,
      StdioSettings settings,
      Executor executor,
      Runnable onClosed) {
    this.reader = new LineReader(in, settings.maxLineBytes());
    this.writer = new LineWriter(out, this::clientGone);
    this.mapper = mapper;
    this.settings = settings;
    this.executor = executor;
    this.onClosed = onClosed;
  }

  /** Called by the SDK when the server is built: opens the session and begins to read. */
  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    McpServerSession opened = factory.create(new SessionTransport(writer, mapper));
    session = opened;
    Dispatcher dispatcher = new Dispatcher(opened, new Encoder(mapper), inFlight, executor);
    new Thread(() -> read(dispatcher), "stdio-reader").start();
  }

  private void read(Dispatcher dispatcher) {
    LineParser parser = new LineParser(mapper);
    Origin client = Origin.of(writer);
    try {
      for (Line line = reader.next(); !(line instanceof Line.End); line = reader.next()) {
        dispatcher.dispatch(parser.parse(line), client);
      }
    } finally {
      close();
    }
  }

  private void clientGone() {
    LOG.info("The client no longer reads; closing");
    inFlight.abortAll();
    close();
  }

  /**
   * Takes no more requests, waits for those in flight as long as the settings allow, and calls
   * {@code onClosed}. Returns when all that is done, whoever began it.
   */
  @Override
  public void close() {
    closing.lock();
    try {
      if (!closed) {
        closed = true;
        int lost = inFlight.drain(settings.drainTime());
        if (lost > 0) {
          LOG.warn("Closed before {} calls were answered", lost);
          inFlight.abortAll();
        }
        onClosed.run();
      }
    } finally {
      closing.unlock();
    }
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::close);
  }

  @Override
  public Mono<Void> notifyClients(String method, @Nullable Object params) {
    McpServerSession opened = session;
    return opened == null ? Mono.empty() : opened.sendNotification(method, params);
  }

  @Override
  public Mono<Void> notifyClient(String sessionId, String method, @Nullable Object params) {
    return notifyClients(method, params);
  }
}

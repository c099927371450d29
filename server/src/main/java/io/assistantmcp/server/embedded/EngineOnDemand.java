package io.assistantmcp.server.embedded;

import io.assistantmcp.engine.http.EngineRequest;
import io.assistantmcp.engine.http.EngineResponse;
import io.assistantmcp.server.config.ServerConfig;
import org.jspecify.annotations.Nullable;

/**
 * The engine of a server with embedded assistants, opened when the first request asks for it: it
 * takes longer than the rest of a start, and a client that only lists tools never needs it.
 */
public final class EngineOnDemand implements AutoCloseable {

  private final ServerConfig config;
  private volatile @Nullable OpenEngine engine;
  private boolean closed;

  public EngineOnDemand(ServerConfig config) {
    this.config = config;
  }

  /** Answers a request; that the database cannot be opened is an answer, too. */
  public EngineResponse answer(EngineRequest request) {
    OpenEngine present = engine;
    try {
      return (present == null ? open() : present).answer(request);
    } catch (UnavailableException e) {
      return e.response();
    }
  }

  private synchronized OpenEngine open() throws UnavailableException {
    OpenEngine present = engine;
    if (closed) {
      throw new UnavailableException(503, "The server is shutting down.");
    }
    if (present == null) {
      present = OpenEngine.open(config);
      engine = present;
    }
    return present;
  }

  /** Works on no more runs; what is not done is done by another process or after the next start. */
  @Override
  public synchronized void close() {
    closed = true;
    OpenEngine present = engine;
    if (present != null) {
      present.close();
    }
  }
}

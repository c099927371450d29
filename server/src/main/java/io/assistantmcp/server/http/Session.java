package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Dispatcher;
import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.InFlight;
import io.assistantmcp.server.session.Incoming;
import io.assistantmcp.server.session.Origin;
import io.modelcontextprotocol.spec.McpServerSession;
import java.time.Duration;

/** What the server knows of a client between its requests: never a key. */
final class Session {

  private final String id;
  private final McpServerSession session;
  private final InFlight inFlight = new InFlight(Integer.MAX_VALUE);
  private final Dispatcher dispatcher;
  private volatile long lastUse = System.nanoTime();

  Session(String id, McpServerSession session, Encoder encoder) {
    this.id = id;
    this.session = session;
    this.dispatcher = new Dispatcher(session, encoder, inFlight, Runnable::run);
  }

  String id() {
    return id;
  }

  McpServerSession session() {
    return session;
  }

  /** Does what a message asks for, on this thread. */
  void dispatch(Incoming message, Origin origin) {
    lastUse = System.nanoTime();
    dispatcher.dispatch(message, origin);
    lastUse = System.nanoTime();
  }

  /** Aborts what was asked under an id, if it is still to be answered. */
  void abort(Object requestId) {
    inFlight.abort(requestId);
  }

  boolean isBusy() {
    return !inFlight.isEmpty();
  }

  boolean isIdleFor(Duration time) {
    return !isBusy() && System.nanoTime() - lastUse > time.toNanos();
  }

  /** Aborts what is in flight and takes nothing more. */
  void close() {
    inFlight.abortAll();
    session.close();
  }
}

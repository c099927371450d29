package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Incoming;
import io.assistantmcp.server.session.Incoming.Refusal;
import io.assistantmcp.server.session.Origin;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Streamable HTTP with sessions. They end when the client says so, or after half an hour without a
 * request. The server never speaks first, so there is no stream to listen to.
 */
final class StatefulEndpoint implements Endpoint, McpServerTransportProvider {

  static final String SESSION = "Mcp-Session-Id";

  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final String METHODS = "POST, DELETE";

  private final Inbox inbox;
  private final Sessions sessions;
  private final Admission admission;
  private final Pulse pulse;

  StatefulEndpoint(Inbox inbox, Sessions sessions, Admission admission, Pulse pulse) {
    this.inbox = inbox;
    this.sessions = sessions;
    this.admission = admission;
    this.pulse = pulse;
    pulse.add(() -> sessions.closeIdle(IDLE));
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    sessions.factory(factory);
  }

  @Override
  public void serve(Exchange exchange) throws Refused {
    switch (exchange.method()) {
      case "POST" -> post(exchange);
      case "DELETE" -> {
        sessions.close(session(exchange));
        exchange.answer(HttpStatus.NO_CONTENT_204);
      }
      default -> throw Refused.method(METHODS);
    }
  }

  private void post(Exchange exchange) throws Refused {
    Caller caller = Caller.of(exchange.request());
    Accept accept = Accept.of(exchange.request());
    inbox.receive(exchange, message -> receive(message, exchange, caller, accept));
  }

  private void receive(Incoming message, Exchange exchange, Caller caller, Accept accept)
      throws Refused {
    if (message instanceof Refusal refusal) {
      exchange.answer(exchange.encoder().json(refusal.answer()));
      return;
    }
    if (!(message instanceof Incoming.Request request)) {
      session(exchange).dispatch(message, new Origin(new Accepted(exchange), caller.context()));
      return;
    }
    Gate.Place place = admission.enter(request, caller);
    Request.addCompletionListener(exchange.request(), failure -> place.leave());
    Session session = session(request, exchange);
    PostAnswer answer = new PostAnswer(exchange, accept, pulse);
    answer.onGone(() -> session.abort(request.id()));
    session.dispatch(request, new Origin(answer, caller.context()));
  }

  private Session session(Incoming.Request request, Exchange exchange) throws Refused {
    if (!request.message().method().equals(McpSchema.METHOD_INITIALIZE)) {
      return session(exchange);
    }
    Session opened = sessions.open(json -> {});
    exchange.response().getHeaders().put(SESSION, opened.id());
    return opened;
  }

  private Session session(Exchange exchange) throws Refused {
    return sessions.get(exchange.header(SESSION), "The header " + SESSION);
  }

  @Override
  public Mono<Void> notifyClients(String method, @Nullable Object params) {
    return sessions.notify(method, params);
  }

  @Override
  public void close() {
    sessions.closeAll();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::close);
  }
}

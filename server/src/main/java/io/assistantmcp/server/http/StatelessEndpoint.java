package io.assistantmcp.server.http;

import io.assistantmcp.server.config.Credentials;
import io.assistantmcp.server.session.Call;
import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.Incoming;
import io.assistantmcp.server.session.Incoming.Refusal;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.Objects;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Streamable HTTP without sessions: any instance can answer any request, and there is nothing that
 * a client could lose.
 */
final class StatelessEndpoint implements Endpoint, McpStatelessServerTransport {

  private final Inbox inbox;
  private final Encoder encoder;
  private final Admission admission;
  private final Pulse pulse;
  private final OpenCalls open = new OpenCalls();
  private volatile @Nullable McpStatelessServerHandler handler;

  StatelessEndpoint(Inbox inbox, Encoder encoder, Admission admission, Pulse pulse) {
    this.inbox = inbox;
    this.encoder = encoder;
    this.admission = admission;
    this.pulse = pulse;
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler given) {
    handler = given;
  }

  @Override
  public void serve(Exchange exchange) throws Refused {
    Caller caller = Caller.of(exchange.request());
    Accept accept = Accept.of(exchange.request());
    inbox.receive(exchange, message -> receive(message, exchange, caller, accept));
  }

  private void receive(Incoming message, Exchange exchange, Caller caller, Accept accept)
      throws Refused {
    if (message instanceof Incoming.Request request) {
      Gate.Place place = admission.enter(request, caller);
      Request.addCompletionListener(exchange.request(), failure -> place.leave());
      call(request, new PostAnswer(exchange, accept, pulse), exchange, caller);
      return;
    }
    if (message instanceof Refusal refusal) {
      exchange.answer(encoder.json(refusal.answer()));
      return;
    }
    if (message instanceof Incoming.Cancellation cancellation) {
      open.abort(name(exchange, caller, cancellation.requestId()));
    }
    exchange.answer(HttpStatus.ACCEPTED_202);
  }

  private void call(Incoming.Request request, PostAnswer answer, Exchange exchange, Caller caller) {
    Call call =
        new Call(
            request.id(),
            request.length(),
            answer,
            work(request, caller, answer),
            failed -> {
              if (failed.answer()) {
                answer.write(encoder.json(internalError(request).answer()));
              }
            });
    OpenCalls.Name name = name(exchange, caller, request.id());
    open.add(name, call);
    call.onEnd(
        () -> {
          open.remove(name, call);
          answer.end();
        });
    answer.onGone(call::abort);
    call.task().run();
  }

  private Mono<Void> work(Incoming.Request request, Caller caller, PostAnswer answer) {
    McpStatelessServerHandler tools = Objects.requireNonNull(handler, "the server is not built");
    return Mono.deferContextual(
        context ->
            tools
                .handleRequest(caller.context(), request.message())
                .map(encoder::json)
                .doOnNext(
                    json -> {
                      if (context.get(Call.class).answer()) {
                        answer.write(json);
                      }
                    })
                .then());
  }

  private static Refusal internalError(Incoming.Request request) {
    return new Refusal(request.id(), McpSchema.ErrorCodes.INTERNAL_ERROR, "Internal error");
  }

  private static OpenCalls.Name name(Exchange exchange, Caller caller, Object id) {
    Credentials credentials = caller.credentials();
    String key = credentials.key() == null ? "" : credentials.key().value();
    return new OpenCalls.Name(key, Request.getRemoteAddr(exchange.request()), id);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}

package io.assistantmcp.server.http;

import io.assistantmcp.server.session.Incoming.Refusal;
import io.assistantmcp.server.session.Sink;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * The answer to one posted request. A quick one is a JSON document. One that takes long becomes an
 * event stream with comments until the answer comes, or a JSON document with spaces before it.
 */
final class PostAnswer implements Sink, Pulse.Listener {

  private enum State {
    FRESH,
    WAITED_FOR,
    GIVEN_PIECEMEAL,
    DONE
  }

  private static final byte[] SPACE = {' '};
  private static final int CANCELLED = -32800;

  private final Exchange exchange;
  private final Accept accept;
  private final Output output;
  private volatile Runnable onGone = () -> {};
  private State state = State.FRESH;

  PostAnswer(Exchange exchange, Accept accept, Pulse pulse) {
    this.exchange = exchange;
    this.accept = accept;
    this.output = new Output(exchange, this::gone);
    pulse.add(this);
    Request.addCompletionListener(exchange.request(), failure -> pulse.remove(this));
  }

  /** Says what to do if the client does not wait any more. */
  void onGone(Runnable action) {
    onGone = action;
  }

  @Override
  public void write(byte[] json) {
    State before = done();
    if (before == State.GIVEN_PIECEMEAL) {
      output.finish(accept.stream() ? EventStream.message(json) : json);
    } else if (before != State.DONE) {
      whole(json);
    }
  }

  private void whole(byte[] json) {
    if (accept.json()) {
      exchange.answer(json);
    } else {
      exchange.answer(HttpStatus.OK_200, Accept.EVENT_STREAM, EventStream.message(json));
    }
  }

  /** Without an answer the request was cancelled, or was none. */
  @Override
  public void end() {
    State before = done();
    if (before == State.GIVEN_PIECEMEAL) {
      output.finish(accept.stream() ? new byte[0] : cancelled());
    } else if (before != State.DONE) {
      exchange.answer(HttpStatus.ACCEPTED_202);
    }
  }

  /** A document that has begun must end as one. */
  private byte[] cancelled() {
    return exchange.encoder().json(new Refusal(null, CANCELLED, "Request cancelled").answer());
  }

  @Override
  public void beat() {
    if (isGivenPiecemeal()) {
      output.offer(accept.stream() ? EventStream.COMMENT : SPACE);
    }
  }

  /** Of the first beat it is not known how soon it came. */
  private synchronized boolean isGivenPiecemeal() {
    if (state == State.FRESH) {
      state = State.WAITED_FOR;
    } else if (state == State.WAITED_FOR) {
      state = State.GIVEN_PIECEMEAL;
      begin();
    }
    return state == State.GIVEN_PIECEMEAL;
  }

  private void begin() {
    exchange.response().setStatus(HttpStatus.OK_200);
    if (accept.stream()) {
      EventStream.begin(exchange.response());
    } else {
      exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, Exchange.JSON);
    }
  }

  /** Nothing is written after this but what the caller writes, who has to know how to go on. */
  private synchronized State done() {
    State before = state;
    state = State.DONE;
    return before;
  }

  private void gone() {
    done();
    onGone.run();
  }
}

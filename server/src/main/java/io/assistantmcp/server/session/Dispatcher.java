package io.assistantmcp.server.session;

import static io.modelcontextprotocol.spec.McpSchema.METHOD_INITIALIZE;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_NOTIFICATION_INITIALIZED;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_PING;

import io.assistantmcp.server.session.Incoming.Refusal;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Starts what each message of a session asks for. */
public final class Dispatcher {

  private static final Sink NOBODY = json -> {};

  private final McpServerSession session;
  private final Encoder encoder;
  private final InFlight inFlight;
  private final Executor executor;
  private volatile boolean initialized;

  /**
   * @param executor runs calls; what takes no time runs on the thread that dispatches
   */
  public Dispatcher(
      McpServerSession session, Encoder encoder, InFlight inFlight, Executor executor) {
    this.session = session;
    this.encoder = encoder;
    this.inFlight = inFlight;
    this.executor = executor;
  }

  /** Starts what a message asks for. */
  public void dispatch(Incoming incoming, Origin origin) {
    if (incoming instanceof Incoming.Request request) {
      request(request, origin);
      return;
    }
    if (incoming instanceof Refusal refusal) {
      refuse(refusal, origin);
      return;
    }
    if (incoming instanceof Incoming.Cancellation cancellation) {
      inFlight.abort(cancellation.requestId());
    } else if (incoming instanceof Incoming.Response response) {
      receive(response.message());
    }
    origin.sink().end();
  }

  private void request(Incoming.Request request, Origin origin) {
    String method = request.message().method();
    if (method.equals(METHOD_INITIALIZE)) {
      initialize(request, origin);
    } else if (initialized) {
      run(call(request, origin, handle(request, origin)), origin, executor);
    } else if (method.equals(METHOD_PING)) {
      byte[] pong = encoder.json(JSONRPCResponse.result(request.id(), Map.of()));
      Mono<Void> work = Mono.fromRunnable(() -> origin.sink().write(pong));
      run(call(request, origin, work), origin, executor);
    } else {
      early(request, origin);
    }
  }

  private Mono<Void> handle(Incoming.Request request, Origin origin) {
    return session
        .handle(request.message())
        .contextWrite(context -> context.put(McpTransportContext.KEY, origin.context()));
  }

  /**
   * Done before this returns, and answered last of all, so that what follows finds a session that
   * is ready. The session would leave requests unanswered until the client says that it is
   * initialized, and some never say it; so it is told here.
   */
  private void initialize(Incoming.Request request, Origin origin) {
    Origin held = new Origin(new Held(origin.sink()), origin.context());
    Mono<Void> ready = session.handle(new JSONRPCNotification(METHOD_NOTIFICATION_INITIALIZED));
    run(call(request, held, handle(request, held).then(ready)), held, Runnable::run);
  }

  /** Methods that the session does not have it refuses at once; the others it would keep. */
  private void early(Incoming.Request request, Origin origin) {
    Call call = call(request, origin, handle(request, origin));
    call.onEnd(() -> inFlight.remove(call));
    if (inFlight.add(call) == InFlight.Entry.TAKEN_IN) {
      call.task().run();
    }
    if (!call.isDisposed()) {
      call.abort();
      refuse(Refusal.invalid(request.id(), "the first request must be initialize"), origin);
    } else {
      origin.sink().end();
    }
  }

  private void refuse(Refusal refusal, Origin origin) {
    byte[] answer = encoder.json(refusal.answer());
    Mono<Void> work = Mono.fromRunnable(() -> origin.sink().write(answer));
    run(new Call(new Object(), 0, origin.sink(), work, call -> {}), origin, executor);
  }

  /** Nobody waits for what comes of this, so it is not in flight. */
  private void receive(JSONRPCResponse response) {
    executor.execute(
        new Call(new Object(), 0, NOBODY, session.handle(response), call -> {}).task());
  }

  private Call call(Incoming.Request request, Origin origin, Mono<Void> work) {
    Refusal failure =
        new Refusal(request.id(), McpSchema.ErrorCodes.INTERNAL_ERROR, "Internal error");
    return new Call(
        request.id(),
        request.length(),
        origin.sink(),
        work,
        call -> {
          if (call.answer()) {
            origin.sink().write(encoder.json(failure.answer()));
          }
        });
  }

  private void run(Call call, Origin origin, Executor where) {
    call.onEnd(
        () -> {
          inFlight.remove(call);
          origin.sink().end();
        });
    switch (inFlight.add(call)) {
      case TAKEN_IN -> where.execute(call.task());
      case ID_IN_USE ->
          refuse(Refusal.invalid(call.id(), "a request with this id is still in flight"), origin);
      case TOO_LATE -> origin.sink().end();
    }
  }

  /** Keeps the answer of {@code initialize} back until the session is ready. */
  private final class Held implements Sink {

    private final Sink sink;
    private byte @Nullable [] answer;

    Held(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(byte[] json) {
      answer = json;
    }

    @Override
    public void end() {
      initialized = true;
      if (answer != null) {
        sink.write(answer);
      }
      sink.end();
    }
  }
}

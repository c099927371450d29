package io.assistantmcp.server.stdio;

import static io.modelcontextprotocol.spec.McpSchema.METHOD_INITIALIZE;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_NOTIFICATION_INITIALIZED;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_PING;

import io.assistantmcp.server.stdio.Incoming.Refusal;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.Map;
import java.util.concurrent.Executor;
import reactor.core.publisher.Mono;

/** Starts what each message asks for. Used by the reader's thread only, and never blocks it. */
final class Dispatcher {

  private final McpServerSession session;
  private final LineWriter writer;
  private final InFlight inFlight;
  private final Executor executor = CallExecutor.create();
  private boolean initialized;

  Dispatcher(McpServerSession session, LineWriter writer, InFlight inFlight) {
    this.session = session;
    this.writer = writer;
    this.inFlight = inFlight;
  }

  void dispatch(Incoming incoming) {
    if (incoming instanceof Incoming.Request request) {
      request(request);
    } else if (incoming instanceof Refusal refusal) {
      refuse(refusal);
    } else if (incoming instanceof Incoming.Cancellation cancellation) {
      inFlight.abort(cancellation.requestId());
    } else if (incoming instanceof Incoming.Response response) {
      receive(response.message());
    }
  }

  private void request(Incoming.Request request) {
    String method = request.message().method();
    if (inFlight.has(request.id())) {
      refuse(Refusal.invalid(request.id(), "a request with this id is still in flight"));
    } else if (method.equals(METHOD_INITIALIZE)) {
      initialize(request);
    } else if (initialized) {
      start(call(request, session.handle(request.message())));
    } else if (method.equals(METHOD_PING)) {
      JSONRPCResponse pong = JSONRPCResponse.result(request.id(), Map.of());
      start(call(request, Mono.fromRunnable(() -> writer.write(pong))));
    } else {
      early(request);
    }
  }

  /**
   * Answered before the next line is read, so that what follows finds a session that is ready. The
   * session would leave requests unanswered until the client says that it is initialized, and some
   * never say it; so it is told here.
   */
  private void initialize(Incoming.Request request) {
    Mono<Void> ready = session.handle(new JSONRPCNotification(METHOD_NOTIFICATION_INITIALIZED));
    runNow(call(request, session.handle(request.message()).then(ready)));
    initialized = true;
  }

  /** Methods that the session does not have it refuses at once; the others it would keep. */
  private void early(Incoming.Request request) {
    Call call = call(request, session.handle(request.message()));
    runNow(call);
    if (!call.isDisposed()) {
      call.abort();
      refuse(Refusal.invalid(request.id(), "the first request must be initialize"));
    }
  }

  private void refuse(Refusal refusal) {
    Mono<Void> work = Mono.fromRunnable(() -> writer.write(refusal.answer()));
    start(new Call(new Object(), 0, work, call -> {}));
  }

  /** Nobody waits for what comes of this, so it is not in flight. */
  private void receive(JSONRPCResponse response) {
    executor.execute(new Call(new Object(), 0, session.handle(response), call -> {}).task());
  }

  private Call call(Incoming.Request request, Mono<Void> work) {
    Refusal failure =
        new Refusal(request.id(), McpSchema.ErrorCodes.INTERNAL_ERROR, "Internal error");
    return new Call(
        request.id(),
        request.length(),
        work,
        call -> {
          if (call.answer()) {
            writer.write(failure.answer());
          }
        });
  }

  private void start(Call call) {
    run(call, executor);
  }

  private void runNow(Call call) {
    run(call, Runnable::run);
  }

  private void run(Call call, Executor where) {
    call.onEnd(() -> inFlight.remove(call));
    if (inFlight.add(call)) {
      where.execute(call.task());
    }
  }
}

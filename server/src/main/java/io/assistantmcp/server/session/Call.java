package io.assistantmcp.server.session;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/** One piece of work that somebody waits for. It is answered once or aborted, never both. */
public final class Call extends BaseSubscriber<Void> {

  private enum State {
    RUNNING,
    ANSWERED,
    ABORTED
  }

  private final Object id;
  private final int length;
  private final Sink sink;
  private final Mono<Void> work;
  private final Consumer<Call> onFailure;
  private final FutureTask<@Nullable Void> task = new FutureTask<>(this::subscribe, null);
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Runnable onEnd = () -> {};

  /**
   * @param id what it is known by while it runs
   * @param length of the text that asked for it
   * @param sink where its answer is waited for
   * @param work all there is to do, the writing of the answer included
   * @param onFailure told if the work ends without an answer of its own
   */
  public Call(Object id, int length, Sink sink, Mono<Void> work, Consumer<Call> onFailure) {
    this.id = id;
    this.length = length;
    this.sink = sink;
    this.work = work;
    this.onFailure = onFailure;
  }

  Object id() {
    return id;
  }

  int length() {
    return length;
  }

  Sink sink() {
    return sink;
  }

  /** Says what to do once the call has been answered, aborted or has failed. */
  public void onEnd(Runnable action) {
    onEnd = action;
  }

  /** The work, for some thread to run. */
  public Runnable task() {
    return task;
  }

  /** Claims the right to write the answer: true once, and never after an abort. */
  public boolean answer() {
    return state.compareAndSet(State.RUNNING, State.ANSWERED);
  }

  boolean isAnswered() {
    return state.get() == State.ANSWERED;
  }

  /** Stops the work, unless it is already answering. */
  public void abort() {
    if (state.compareAndSet(State.RUNNING, State.ABORTED)) {
      dispose();
      task.cancel(true);
      end();
    }
  }

  private void subscribe() {
    try {
      work.subscribe(this);
    } catch (Throwable e) {
      // Reactor throws what it thinks the JVM cannot survive; whoever waits still gets an answer.
      onFailure.accept(this);
      dispose();
    }
  }

  /** Lets the writing end of the work find the call that it belongs to. */
  @Override
  public Context currentContext() {
    return Context.of(Call.class, this);
  }

  @Override
  protected void hookOnError(Throwable error) {
    onFailure.accept(this);
  }

  @Override
  protected void hookFinally(SignalType type) {
    end();
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      onEnd.run();
    }
  }
}

package io.assistantmcp.engine.store;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something to be written that a thread waits for, and what came of it. */
final class Work<T> {

  private final Function<Session, T> task;
  // Whether the thread that waits has to lead; or else its work is done.
  private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
  private @Nullable T result;
  private @Nullable Throwable failure;

  Work(Function<Session, T> task) {
    this.task = task;
  }

  void attempt(Session session) {
    result = task.apply(session);
  }

  /** Says why nothing comes of it; the first reason counts. */
  void fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  /** Has the thread that waits do this work, and what waits behind it. */
  void letLead() {
    turn.complete(true);
  }

  /** Lets the thread that waits go on. */
  void end() {
    turn.complete(false);
  }

  /** Waits, whatever interrupts, until the thread that asks has to lead or the work is done. */
  boolean isToLead() {
    return turn.join();
  }

  /** What came of it. */
  T result() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return Objects.requireNonNull(result);
  }
}

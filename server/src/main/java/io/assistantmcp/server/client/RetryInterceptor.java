package io.assistantmcp.server.client;

import io.assistantmcp.server.metrics.CallObserver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Repeats requests that failed for a while: any that upstream turned away unread (429), and those
 * that do no harm when it is not known what became of them. A POST is never repeated blindly.
 */
final class RetryInterceptor implements Interceptor {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final Set<String> REPEATABLE = Set.of("GET", "DELETE");
  private static final Duration LOOK = Duration.ofMillis(50);

  private final ToIntFunction<Request> retries;
  private final Duration timeout;
  private final Backoff backoff;
  private final CallObserver observer;

  /**
   * @param retries how often a request may be repeated
   * @param timeout what all attempts and waits together may take
   * @param backoff how long to wait before each repetition
   * @param observer is told of answers and repetitions
   */
  RetryInterceptor(
      ToIntFunction<Request> retries, Duration timeout, Backoff backoff, CallObserver observer) {
    this.retries = retries;
    this.timeout = timeout;
    this.backoff = backoff;
    this.observer = observer;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    CallProgress progress = CallProgress.of(chain.call());
    boolean repeatable = REPEATABLE.contains(chain.request().method());
    int most = retries.applyAsInt(chain.request());
    for (int attempt = 0; ; attempt++) {
      progress.attempt();
      Duration wait;
      try {
        Response response = chain.proceed(chain.request());
        observer.answered(response.code());
        Optional<Duration> pause = backoff.before(attempt, response.header("Retry-After"));
        if (!isPassing(response.code(), repeatable)
            || pause.isEmpty()
            || !isAllowed(attempt, most, pause.get(), deadline)) {
          return response;
        }
        response.close();
        wait = pause.get();
      } catch (IOException e) {
        observer.unanswered();
        wait = backoff.before(attempt);
        if (!repeatable || isFinal(e, progress) || !isAllowed(attempt, most, wait, deadline)) {
          throw e;
        }
      }
      observer.repeated();
      await(chain.call(), wait);
    }
  }

  private static boolean isPassing(int status, boolean repeatable) {
    return status == TOO_MANY_REQUESTS
        || repeatable && (status == REQUEST_TIMEOUT || status >= 500);
  }

  /** A timeout has used up the caller's patience already, and TLS does not mend itself. */
  private static boolean isFinal(IOException failure, CallProgress progress) {
    return progress.sent()
        ? failure instanceof InterruptedIOException
        : failure instanceof SSLException;
  }

  private static boolean isAllowed(int attempt, int most, Duration wait, long deadline) {
    return attempt < most && wait.toNanos() < deadline - System.nanoTime();
  }

  private static void await(Call call, Duration wait) throws IOException {
    long end = System.nanoTime() + wait.toNanos();
    for (long left = wait.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (call.isCanceled()) {
        throw new IOException("cancelled");
      }
      try {
        Thread.sleep(Duration.ofNanos(Math.min(left, LOOK.toNanos())).toMillis() + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
  }
}

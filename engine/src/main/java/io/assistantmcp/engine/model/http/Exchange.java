package io.assistantmcp.engine.model.http;

import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.ModelConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends a request once and reads all of its answer. */
final class Exchange {

  static final long LARGEST_BODY = 16L << 20;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  // Shorter than servers keep idle connections, usually five seconds or more: a request on one that
  // the server is just closing fails, and costs a wait.
  private static final int MOST_IDLE = 16;
  private static final Duration IDLE = Duration.ofSeconds(4);

  private final Duration timeout;
  private @Nullable OkHttpClient http;

  Exchange(ModelConfig config) {
    this.timeout = config.timeout();
  }

  /** The client, made when there is something to send, since it loads certificates. */
  private synchronized OkHttpClient http() {
    OkHttpClient present = http;
    if (present == null) {
      present =
          new OkHttpClient.Builder()
              // A redirect could carry the key, or turn a POST into a GET.
              .followRedirects(false)
              .followSslRedirects(false)
              .retryOnConnectionFailure(false)
              .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toSeconds(), TimeUnit.SECONDS))
              .connectTimeout(CONNECT_TIMEOUT)
              // One limit for all of an attempt is set with it, so that no trickle of bytes passes
              // it.
              .readTimeout(Duration.ZERO)
              .writeTimeout(Duration.ZERO)
              .addNetworkInterceptor(Exchange::withoutHiddenRetry)
              .build();
      http = present;
    }
    return present;
  }

  Attempt send(Request request, CancelToken token) {
    Call call = http().newCall(request);
    call.timeout().timeout(limit(token).toNanos(), TimeUnit.NANOSECONDS);
    Runnable abort = call::cancel;
    token.onCancel(abort);
    boolean begun = false;
    try (Response response = call.execute()) {
      begun = true;
      return read(response);
    } catch (IOException e) {
      return new Attempt.Unanswered(e, begun);
    } finally {
      token.forget(abort);
    }
  }

  /** Never zero, which OkHttp takes for no limit. */
  private Duration limit(CancelToken token) {
    Duration left = token.remaining();
    Duration limit = left.compareTo(timeout) < 0 ? left : timeout;
    return limit.isZero() ? Duration.ofMillis(1) : limit;
  }

  private static Attempt read(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(LARGEST_BODY + 1)) {
      return new Attempt.TooLarge(response.code());
    }
    return new Attempt.Received(
        response.code(),
        source.readUtf8(),
        response.header("Location"),
        RetryAfter.of(response.headers(), Instant.now()));
  }

  /** OkHttp repeats a request on its own for a 503 that asks for no wait. */
  private static Response withoutHiddenRetry(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503 && "0".equals(response.header("Retry-After"))
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}

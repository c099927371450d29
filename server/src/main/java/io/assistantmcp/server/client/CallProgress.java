package io.assistantmcp.server.client;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;

/** How far a call got: how many attempts there were, and whether anything was sent. */
public final class CallProgress {

  // A call has one thread at a time, but the one that sends need not be the one that asks.
  private volatile int attempts;
  private volatile boolean sent;

  private CallProgress() {}

  /** The progress of a call. */
  public static CallProgress of(Call call) {
    return call.tag(CallProgress.class, CallProgress::new);
  }

  /** How many attempts were begun. */
  public int attempts() {
    return attempts;
  }

  /** Whether the last attempt had a connection, so that its request may have had an effect. */
  public boolean sent() {
    return sent;
  }

  void attempt() {
    attempts++;
    sent = false;
  }

  /** An interceptor on the connection, which there is by then. */
  static Response send(Interceptor.Chain chain) throws IOException {
    CallProgress.of(chain.call()).reach();
    return chain.proceed(chain.request());
  }

  /** There is something that takes the request. */
  void reach() {
    sent = true;
  }
}

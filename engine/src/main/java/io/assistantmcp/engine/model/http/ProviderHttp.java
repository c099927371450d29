package io.assistantmcp.engine.model.http;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Posts JSON to a provider, again where that may help, and reads what comes back. */
public final class ProviderHttp {

  private static final MediaType JSON = MediaType.get("application/json");

  private final ModelConfig config;
  private final Exchange exchange;
  private final RetryPolicy policy;

  public ProviderHttp(ModelConfig config) {
    this.config = config;
    this.exchange = new Exchange(config);
    this.policy =
        new RetryPolicy(config.maxRetries(), () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * @param path where to, below the base URL
   * @param model the model that messages name
   * @param callersKey used if there is no key of our own
   */
  public Reply post(
      String path,
      JsonObject body,
      String model,
      @Nullable ModelKey callersKey,
      CancelToken token) {
    ModelKey key = key(callersKey);
    Failures failures = new Failures(config, model, new Redactor(config, key));
    if (key == null && config.isOpenAi() && !config.headersAuthorise()) {
      return new Reply.Failure(failures.noKey());
    }
    try {
      return send(request(path, body, key), failures, token);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Failure(failures.cancelled());
    }
  }

  private Reply send(Request request, Failures failures, CancelToken token)
      throws InterruptedException {
    for (int repeated = 0; ; repeated++) {
      Attempt attempt = exchange.send(request, token);
      if (token.isCancelled() || Thread.currentThread().isInterrupted()) {
        return new Reply.Failure(failures.cancelled());
      }
      if (token.remaining().isZero() && attempt instanceof Attempt.Unanswered) {
        return new Reply.Failure(failures.timeIsUp());
      }
      Optional<Duration> wait = policy.next(attempt, repeated, token.remaining());
      if (wait.isEmpty()) {
        return reply(attempt, repeated + 1, failures);
      }
      if (token.await(wait.get())) {
        return new Reply.Failure(failures.cancelled());
      }
    }
  }

  private static Reply reply(Attempt attempt, int attempts, Failures failures) {
    JsonObject json =
        attempt instanceof Attempt.Received received && received.succeeded()
            ? Fields.read(received.body())
            : null;
    if (json == null) {
      return new Reply.Failure(failures.of(attempt, attempts));
    }
    boolean erroneous = json.has("error") && !json.get("error").isJsonNull();
    return erroneous ? new Reply.Failure(failures.within(json)) : new Reply.Body(json);
  }

  private @Nullable ModelKey key(@Nullable ModelKey callersKey) {
    if (config.key() != null) {
      return config.key();
    }
    // Headers that authorise are for a provider that the caller's key is none of.
    return config.headersAuthorise() ? null : callersKey;
  }

  private Request request(String path, JsonObject body, @Nullable ModelKey key) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    Request.Builder request =
        new Request.Builder()
            .url(config.baseUrl().newBuilder().addPathSegments(path).build())
            .header("Accept", "application/json")
            .post(RequestBody.create(bytes, JSON));
    if (key != null) {
      request.header("Authorization", "Bearer " + key.value());
    }
    config.headers().forEach(request::header);
    return request.build();
  }
}

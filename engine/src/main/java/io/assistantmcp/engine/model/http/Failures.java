package io.assistantmcp.engine.model.http;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelConfig;
import java.util.Objects;

/**
 * Words for what went wrong: who was asked for which model, what happened, what to do. Nothing of a
 * key, nothing of our own classes.
 */
final class Failures {

  private static final int LONGEST = 500;

  private final ModelConfig config;
  private final String model;
  private final Redactor redactor;

  Failures(ModelConfig config, String model, Redactor redactor) {
    this.config = config;
    this.model = model;
    this.redactor = redactor;
  }

  Failed of(Attempt attempt, int attempts) {
    if (attempt instanceof Attempt.Received received) {
      return received.succeeded() ? unreadable(received) : refused(received, attempts);
    }
    if (attempt instanceof Attempt.TooLarge) {
      return failed(
          "sent an answer of more than %d MiB, which was not read."
              .formatted(Exchange.LARGEST_BODY >> 20));
    }
    String problem = ConnectionProblem.of((Attempt.Unanswered) attempt, ModelConfig.TIMEOUT);
    return failed(problem + after(attempts) + ". " + ModelConfig.BASE_URL + " says where it is.");
  }

  /** An error in an answer that otherwise looks like a success. */
  Failed within(JsonObject body) {
    ErrorBody error = ErrorBody.of(body);
    Kind kind = Objects.requireNonNullElse(error.kind(), Kind.SERVER_ERROR);
    return failed(kind, "reports an error" + said(error));
  }

  Failed noKey() {
    return failed("needs a key, and there is none." + keyHint());
  }

  Failed timeIsUp() {
    return failed("did not answer before the time of the run was up.");
  }

  Failed cancelled() {
    return failed(Kind.CANCELLED, "was not waited for: the call was cancelled.");
  }

  private Failed unreadable(Attempt.Received received) {
    boolean page = Excerpt.isPage(received.body());
    String what = page ? "a web page" : "something that is no JSON object";
    return failed(
        "answered with %s, so %s may not lead to its API".formatted(what, ModelConfig.BASE_URL)
            + said(new ErrorBody("", received.body())));
  }

  private Failed refused(Attempt.Received received, int attempts) {
    int status = received.status();
    ErrorBody error = ErrorBody.read(redactor.redact(received.body()));
    String what =
        switch (status) {
          // Its words may repeat a part of the key, so they stay out.
          case 401 -> "wants another key (HTTP 401)." + keyHint();
          case 403 -> "does not allow this to the key (HTTP 403)" + said(error) + keyHint();
          case 404 ->
              ("does not know the model, or has no API at %s, or the key may not use it (HTTP"
                      + " 404)%s %s maps models.%s")
                  .formatted(
                      config.baseUrl().encodedPath(), said(error), ModelConfig.ALIASES, keyHint());
          default ->
              status / 100 == 3
                  ? "sends the call elsewhere (HTTP %d), which is not followed: set %s to %s."
                      .formatted(status, ModelConfig.BASE_URL, place(received))
                  : "answered with HTTP %d%s%s".formatted(status, after(attempts), said(error));
        };
    return new Failed(kind(status, error), sentence(what), received.retryAfter());
  }

  private static Kind kind(int status, ErrorBody error) {
    return switch (status) {
      case 402, 429 -> Kind.RATE_LIMIT;
      case 400, 409, 413, 422 -> Objects.requireNonNullElse(error.kind(), Kind.INVALID_PROMPT);
      default -> Kind.SERVER_ERROR;
    };
  }

  private static String place(Attempt.Received received) {
    return received.location() == null
        ? "the final address"
        : "where it leads: " + Excerpt.of(received.location(), LONGEST);
  }

  private static String keyHint() {
    return " The key is taken from " + ModelConfig.API_KEY + ", or else from the request.";
  }

  private static String after(int attempts) {
    return attempts > 1 ? " (%d attempts)".formatted(attempts) : "";
  }

  private String said(ErrorBody error) {
    String words = Excerpt.of(redactor.redact(error.message()), LONGEST);
    String end =
        words.isEmpty() || !".!?)".contains(words.substring(words.length() - 1)) ? "." : "";
    return words.isEmpty() ? end : ": " + words + end;
  }

  private Failed failed(String what) {
    return failed(Kind.SERVER_ERROR, what);
  }

  private Failed failed(Kind kind, String what) {
    return new Failed(kind, sentence(what));
  }

  private String sentence(String what) {
    return redactor.redact("%s, asked for model '%s', %s".formatted(config.place(), model, what));
  }
}

package io.assistantmcp.openapi;

import io.assistantmcp.openapi.document.Problem;
import io.assistantmcp.openapi.document.SpecException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches a document over HTTP. A redirect may not leave the host that was asked for. */
final class Download {

  private static final int MOST_REDIRECTS = 5;

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final URI address;
  private final Optional<String> etag;
  private final int limit;
  private final Duration timeout;

  /**
   * @param etag the version that need not be fetched again, if there is one
   * @param limit the most bytes to accept
   * @param timeout for all of it, the body included
   */
  Download(URI address, Optional<String> etag, int limit, Duration timeout) {
    this.address = address;
    this.etag = etag;
    this.limit = limit;
    this.timeout = timeout;
  }

  /**
   * What was fetched.
   *
   * @param bytes one more than the limit if there are more
   * @param etag the server's name for this version
   */
  record Body(byte[] bytes, Optional<String> etag) {}

  /** The document, or nothing if the server still has the version that is known. */
  Optional<Body> body() throws SpecException {
    try {
      return CompletableFuture.supplyAsync(this::fetch)
          .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw new SpecException(refused.problem);
      }
      throw new SpecException(
          problem(reason(e.getCause()), "try again, or download it and give the file"));
    }
  }

  private String reason(@Nullable Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "gave no whole answer in " + timeout.toSeconds() + " s";
    }
    return failure instanceof CutOff
        ? "ended before its end: " + failure.getMessage()
        : "cannot be fetched: " + failure;
  }

  private Optional<Body> fetch() {
    URI next = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<InputStream> response = get(next);
      try (InputStream body = response.body()) {
        if (response.statusCode() == 200) {
          checkFraming(response);
          byte[] bytes = body.readNBytes(limit + 1);
          return Optional.of(new Body(bytes, response.headers().firstValue("etag")));
        }
        if (response.statusCode() == 304 && etag.isPresent()) {
          return Optional.empty();
        }
      } catch (IOException e) {
        throw new CompletionException(new CutOff(e));
      }
      next = redirect(next, response);
    }
    throw new Refused(problem("redirects too often", "give the final address"));
  }

  /** Where only the end of the connection ends a body, nobody sees that half of it is missing. */
  private void checkFraming(HttpResponse<?> response) {
    boolean framed =
        response.version() == HttpClient.Version.HTTP_2
            || response.headers().firstValue("content-length").isPresent()
            || response.headers().firstValue("transfer-encoding").isPresent();
    if (!framed) {
      throw new Refused(
          problem("does not say how long it is", "download it, look at it and give the file"));
    }
  }

  private HttpResponse<InputStream> get(URI from) {
    HttpRequest.Builder request = HttpRequest.newBuilder(from).timeout(timeout);
    etag.ifPresent(version -> request.header("If-None-Match", version));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private URI redirect(URI from, HttpResponse<?> response) {
    int status = response.statusCode();
    String location = response.headers().firstValue("location").orElse("");
    if (status < 300 || status > 399 || location.isEmpty()) {
      String cure = status >= 500 ? "try again later" : "check the address";
      throw new Refused(problem("answered " + status, cure));
    }
    URI to = from.resolve(location);
    if (!Objects.equals(to.getRawAuthority(), address.getRawAuthority())
        || !Objects.equals(to.getScheme(), address.getScheme())) {
      throw new Refused(
          problem("redirects to another host, " + to, "give that address if you trust it"));
    }
    return to;
  }

  private Problem problem(String message, String cure) {
    return Problem.of(address.toString(), message, cure);
  }

  private static final class CutOff extends IOException {
    private static final long serialVersionUID = 1L;

    CutOff(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }
  }
}

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches a document over HTTP. A redirect may not leave the host that was asked for. */
final class Download {

  private static final int MOST_REDIRECTS = 5;

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final URI address;
  private final int limit;
  private final Duration timeout;

  /**
   * @param limit the most bytes to accept
   * @param timeout for all of it, the body included
   */
  Download(URI address, int limit, Duration timeout) {
    this.address = address;
    this.limit = limit;
    this.timeout = timeout;
  }

  /** The bytes, one more than the limit if there are more. */
  byte[] bytes() throws SpecException {
    try {
      return CompletableFuture.supplyAsync(this::fetch)
          .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw new SpecException(refused.problem);
      }
      String reason =
          e.getCause() instanceof TimeoutException
              ? "gave no whole answer in " + timeout.toSeconds() + " s"
              : "cannot be fetched: " + e.getCause();
      throw new SpecException(problem(reason, "try again, or download it and give the file"));
    }
  }

  private byte[] fetch() {
    URI next = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<InputStream> response = get(next);
      try (InputStream body = response.body()) {
        if (response.statusCode() == 200) {
          return body.readNBytes(limit + 1);
        }
      } catch (IOException e) {
        throw new CompletionException(e);
      }
      next = redirect(next, response);
    }
    throw new Refused(problem("redirects too often", "give the final address"));
  }

  private HttpResponse<InputStream> get(URI from) {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
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
      throw new Refused(problem("answered " + status, "check the address"));
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

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }
  }
}

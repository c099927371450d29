package io.assistantmcp.server.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks whether there is a server. */
public final class Probe {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Probe() {}

  /**
   * The status that a HEAD of a base URL is answered with. The key stays here: that there is an
   * answer is all that is asked for.
   */
  public static int status(String url, Duration timeout) throws IOException {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE)
            .build();
    Request head = new Request.Builder().url(url).head().build();
    try (Response response = http.newCall(head).execute()) {
      return response.code();
    } finally {
      http.connectionPool().evictAll();
    }
  }
}

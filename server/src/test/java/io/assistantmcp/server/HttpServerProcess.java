package io.assistantmcp.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The launcher, serving over HTTP on a port that was free. */
final class HttpServerProcess implements AutoCloseable {

  private static final Pattern PLACE = Pattern.compile("listening on (http://[^/]+)/");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ServerProcess process;
  private final String url;

  private HttpServerProcess(ServerProcess process) throws IOException, InterruptedException {
    this.process = process;
    this.url = place();
  }

  static HttpServerProcess start(Path launcher, Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(Map.of("TRANSPORT", "http", "PORT", "0"));
    ServerProcess process = ServerProcess.run(directory, all, launcher.toString());
    try {
      return new HttpServerProcess(process);
    } catch (IOException | InterruptedException | AssertionError e) {
      process.close();
      throw e;
    }
  }

  private String place() throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      Matcher place = PLACE.matcher(process.errors());
      if (place.find()) {
        return place.group(1);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the server does not listen: " + process.errors());
  }

  /** The server's address, without a path. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    process.close();
  }
}

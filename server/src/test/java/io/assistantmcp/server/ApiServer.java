package io.assistantmcp.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server as a process that serves the API itself, on an echo for a model. */
final class ApiServer implements AutoCloseable {

  private static final Pattern API = Pattern.compile("http://\\S+/v1");

  private final ServerProcess process;

  private ApiServer(ServerProcess process) {
    this.process = process;
  }

  /**
   * @param directory an empty one, for its database
   */
  static ApiServer start(Path directory) throws IOException {
    return new ApiServer(
        ServerProcess.start(
            directory,
            Map.of(
                "TRANSPORT", "http",
                "PORT", "0",
                "MODEL_API", "echo",
                "ASSISTANTS_HTTP", "true",
                "ASSISTANTS_DATABASE", directory.resolve("assistants.db").toString())));
  }

  /** The base URL for clients, once there is one. */
  String url() throws Exception {
    for (int i = 0; i < 1000; i++) {
      Matcher said = API.matcher(process.errors());
      if (said.find()) {
        return said.group();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not say where it listens: " + process.errors());
  }

  @Override
  public void close() {
    process.close();
  }
}

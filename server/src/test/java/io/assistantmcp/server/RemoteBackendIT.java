package io.assistantmcp.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A server of the API elsewhere: another process of ours, which serves it over HTTP. */
class RemoteBackendIT extends BackendBehaviour {

  private static final Pattern API = Pattern.compile("http://\\S+/v1");

  private @Nullable ServerProcess remote;

  @Override
  ServerProcess start() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    ServerProcess started =
        ServerProcess.start(
            elsewhere,
            Map.of(
                "TRANSPORT", "http",
                "PORT", "0",
                "MODEL_API", "echo",
                "ASSISTANTS_HTTP", "true",
                "ASSISTANTS_DATABASE", elsewhere.resolve("a.db").toString()));
    remote = started;
    return ServerProcess.start(
        directory, Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", url(started)));
  }

  private static String url(ServerProcess server) throws Exception {
    for (int i = 0; i < 1000; i++) {
      Matcher said = API.matcher(server.errors());
      if (said.find()) {
        return said.group();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not say where it listens: " + server.errors());
  }

  @AfterEach
  void closeRemote() {
    if (remote != null) {
      remote.close();
    }
  }
}

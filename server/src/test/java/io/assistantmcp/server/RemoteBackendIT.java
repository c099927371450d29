package io.assistantmcp.server;

import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A server of the API elsewhere: another process of ours, which serves it over HTTP. */
class RemoteBackendIT extends BackendBehaviour {

  private @Nullable ApiServer remote;

  @Override
  ServerProcess start() throws Exception {
    ApiServer started = ApiServer.start(Files.createDirectory(directory.resolve("elsewhere")));
    remote = started;
    return ServerProcess.start(
        directory, Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", started.url()));
  }

  @AfterEach
  void closeRemote() {
    if (remote != null) {
      remote.close();
    }
  }
}

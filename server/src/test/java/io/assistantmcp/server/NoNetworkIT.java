package io.assistantmcp.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The engine in the server's own process, on a machine without any network, even its own. */
class NoNetworkIT extends BackendBehaviour {

  // What Linux lets a process leave; a user of a container may not be allowed to.
  private static final List<String> WITHOUT_NETWORK =
      List.of("unshare", "--map-root-user", "--net");

  @Override
  ServerProcess start() throws Exception {
    assumeTrue(isAllowed(), "unshare --net is not allowed here");
    List<String> command = new ArrayList<>(WITHOUT_NETWORK);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", ServerProcess.JAR.toString()));
    return ServerProcess.run(
        directory,
        Map.of("MODEL_API", "echo", "ASSISTANTS_DATABASE", directory.resolve("a.db").toString()),
        command.toArray(String[]::new));
  }

  private static boolean isAllowed() throws InterruptedException {
    List<String> command = new ArrayList<>(WITHOUT_NETWORK);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // another system
    }
  }
}

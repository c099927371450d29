package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, asked by a container's health check whether it is well. */
@Timeout(120)
class HealthIT {

  private static final Map<String, String> NOTHING = Map.of();

  @TempDir private Path directory;

  @Test
  void aServerOverHttpIsAskedAtThePortOfItsOwnCommandLine() throws Exception {
    int port = freePort();
    try (ServerProcess server =
        ServerProcess.start(
            directory, Map.of("TRANSPORT", "http", "PORT", "1"), "serve", "--port=" + port)) {
      awaitListening(server);

      assertThat(health(Map.of("TRANSPORT", "http", "PORT", "1"), server.pid()))
          .isEqualTo("0 ok     health    http://127.0.0.1:%d/healthz answers, with HTTP 200", port);
    }
  }

  @Test
  void aServerOverHttpIsAskedAtThePortOfTheEnvironment() throws Exception {
    int port = freePort();
    Map<String, String> environment =
        Map.of("TRANSPORT", "http", "HOST", "0.0.0.0", "PORT", "" + port, "MCP_AUTH_TOKEN", "abc");
    try (ServerProcess server = ServerProcess.start(directory, environment)) {
      awaitListening(server);

      assertThat(health(environment, server.pid()))
          .isEqualTo("0 ok     health    http://127.0.0.1:%d/healthz answers, with HTTP 200", port);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWell() throws Exception {
    int port = freePort();
    Map<String, String> other = Map.of("TRANSPORT", "http", "PORT", "" + port);
    try (ServerProcess server = ServerProcess.start(directory, NOTHING)) {
      assertThat(health(other, server.pid()))
          .isEqualTo(
              "1 wrong  health    no connection to http://127.0.0.1:%d/healthz:"
                  + " nothing accepts connections there",
              port);
    }
  }

  @Test
  void aPortThatNobodyKnowsCannotBeAsked() throws Exception {
    Map<String, String> environment = Map.of("TRANSPORT", "http", "PORT", "0");
    try (ServerProcess server = ServerProcess.start(directory, environment)) {
      assertThat(health(environment, server.pid()))
          .isEqualTo("1 wrong  health    PORT is 0, so nobody knows the server's; set it to one");
    }
  }

  @Test
  void aServerOnStdioIsWellWhileItIsThere() throws Exception {
    ServerProcess server = ServerProcess.start(directory, NOTHING);
    try (server) {
      assertThat(health(NOTHING, server.pid()))
          .isEqualTo("0 ok     health    process %d serves on stdio", server.pid());
    }
    server.exitCode();

    assertThat(health(NOTHING, server.pid()))
        .isEqualTo("1 wrong  health    process %d is no server that serves", server.pid());
  }

  /** As init does, where a container has one. */
  @Test
  void aServerIsFoundBehindTheProgramThatStartedIt() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = ServerProcess.JAR.toString();
    try (ServerProcess init =
        ServerProcess.run(directory, NOTHING, "timeout", "100", java, "-jar", jar, "serve")) {
      assertThat(health(NOTHING, init.pid())).startsWith("0 ok");
      init.endOfInput();
    }
  }

  @Test
  void nobodyElseIsTakenForTheServer() throws Exception {
    assertThat(health(NOTHING, ownPid())).startsWith("1 wrong");
    try (ServerProcess other = ServerProcess.start(directory, NOTHING, "db", "check")) {
      assertThat(health(NOTHING, other.pid())).startsWith("1 wrong");
    }
  }

  /** The exit code and what was printed. */
  private String health(Map<String, String> environment, long pid) throws Exception {
    Path folder = Files.createTempDirectory(directory, "health");
    try (ServerProcess health =
        ServerProcess.start(folder, environment, "health", "--process=" + pid)) {
      List<String> out = health.endOfInput();
      assertThat(health.errors()).isEmpty();
      return health.exitCode() + " " + String.join("\n", out);
    }
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(ServerProcess server) throws Exception {
    while (!server.errors().contains("listening on")) {
      Thread.sleep(50);
    }
  }
}

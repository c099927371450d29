package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, on a machine that has what a test gives it. */
@Timeout(120)
class LauncherIT {

  private static final Path LAUNCHER =
      Path.of("..", "bin", "openai-assistant-mcp").toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path directory;
  private Path tools;

  @BeforeEach
  void installNothingButBasicTools() throws IOException {
    tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "cat",
            "cp",
            "dirname",
            "env",
            "head",
            "ln",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sleep")) {
      Path found =
          Stream.of("/bin", "/usr/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      script(tools.resolve(tool), "exec " + found + " \"$@\"");
    }
  }

  @Test
  void startsFromAnywhereThroughSymlinks() throws Exception {
    Path first = Files.createSymbolicLink(directory.resolve("first"), LAUNCHER);
    Path second = Files.createSymbolicLink(tools.resolve("second"), Path.of("../first"));

    for (Path launcher : List.of(LAUNCHER, first, second)) {
      try (ServerProcess server = launch(launcher, Map.of("JAVA_HOME", JAVA_HOME))) {
        assertThat(server.endOfInput())
            .hasSize(1)
            .first()
            .asString()
            .startsWith("openai-assistant-mcp ");
        assertThat(server.exitCode()).isZero();
      }
    }
    Files.delete(first);
    Files.delete(second);
  }

  @Test
  void aJavaThatIsTooOldIsRefused() throws Exception {
    Path old = directory.resolve("old");
    Files.createDirectories(old.resolve("bin"));
    script(old.resolve("bin/java"), "exit 9");
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    assertComplaint(Map.of("JAVA_HOME", old.toString()), "Java 11; Java 17 or newer is needed");
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    Path old = directory.resolve("old");
    Files.createDirectories(old.resolve("bin"));
    script(old.resolve("bin/java"), "echo 'java version \"1.8.0_9\"' >&2");

    assertComplaint(Map.of("JAVA_HOME", old.toString()), "Java 1; Java 17 or newer is needed");
  }

  @Test
  void aJavaHomeWithoutJavaIsSaidToHaveNone() throws Exception {
    assertComplaint(
        Map.of("JAVA_HOME", "/no/such"), "JAVA_HOME is /no/such, which has no bin/java");
  }

  @Test
  void withoutMavenAFirstStartSaysWhatItLacks() throws Exception {
    Path copy = copyOfTheProject();

    try (ServerProcess server = launch(copy, Map.of("JAVA_HOME", JAVA_HOME))) {
      assertThat(server.endOfInput()).isEmpty();
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.errors().lines()).hasSize(1).first().asString().contains("no mvn on PATH");
    }
  }

  @Test
  void aReleaseWithoutItsJarSaysSoAndBuildsNothing() throws Exception {
    Path copy = copyOfTheProject();
    Files.delete(directory.resolve("project/pom.xml"));

    try (ServerProcess server = launch(copy, Map.of("JAVA_HOME", JAVA_HOME))) {
      assertThat(server.endOfInput()).isEmpty();
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.errors().lines())
          .hasSize(1)
          .first()
          .asString()
          .contains("no openai-assistant-mcp.jar", "unpack the release again");
    }
    assertThat(directory.resolve("project/target")).doesNotExist();
  }

  @Test
  void twoFirstStartsBuildOnceAndBothServe() throws Exception {
    Path copy = copyOfTheProject();
    script(
        tools.resolve("mvn"),
        """
        echo "a line of the build"
        echo built >>"%1$s/builds"
        sleep 1
        mkdir -p "%1$s/server/target"
        cp -r "%2$s/lib" "%1$s/server/target/lib"
        cp "%2$s/openai-assistant-mcp.jar" "%1$s/server/target/"
        """
            .formatted(directory.resolve("project"), ServerProcess.JAR.getParent()));

    try (ServerProcess one = launch(copy, Map.of("JAVA_HOME", JAVA_HOME));
        ServerProcess two = launch(copy, Map.of("JAVA_HOME", JAVA_HOME))) {
      assertThat(one.endOfInput())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("openai-assistant-mcp ");
      assertThat(two.endOfInput())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("openai-assistant-mcp ");
      assertThat(one.exitCode() + two.exitCode()).isZero();
      assertThat(one.errors()).contains("building", "a line of the build");
    }
    assertThat(directory.resolve("project/builds")).hasContent("built");
    assertThat(directory.resolve("project/target")).isEmptyDirectory();
  }

  @Test
  void theLockOfADeadProcessIsTakenOver() throws Exception {
    Path copy = copyOfTheProject();
    Path target = Files.createDirectories(directory.resolve("project/target"));
    Files.createSymbolicLink(target.resolve("launcher.lock"), Path.of("999999999"));

    try (ServerProcess server = launch(copy, Map.of("JAVA_HOME", JAVA_HOME))) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.errors()).contains("no mvn on PATH");
    }
  }

  private void assertComplaint(Map<String, String> environment, String complaint) throws Exception {
    Files.deleteIfExists(directory.resolve("stderr.txt"));
    try (ServerProcess server = launch(LAUNCHER, environment)) {
      assertThat(server.endOfInput()).isEmpty();
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.errors().lines())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("openai-assistant-mcp: ")
          .contains(complaint);
    }
  }

  private ServerProcess launch(Path launcher, Map<String, String> environment) throws IOException {
    String[] command =
        Stream.of(
                Stream.of(tools.resolve("env").toString(), "-i", "PATH=" + tools),
                environment.entrySet().stream().map(Object::toString),
                Stream.of(launcher.toString(), "--version"))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return ServerProcess.run(directory, Map.of(), command);
  }

  private Path copyOfTheProject() throws IOException {
    Path bin = Files.createDirectories(directory.resolve("project/bin"));
    Files.createFile(directory.resolve("project/pom.xml"));
    return Files.copy(LAUNCHER, bin.resolve("openai-assistant-mcp"));
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}

package io.assistantmcp.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds and tests a copy of the project with a new slice, so that the project itself stays as it
 * is until all is well. The copy is kept, since the next build of it is then a short one.
 */
final class StagedBuild {

  /** All these processes end before the second compiler pays. */
  private static final String BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** What is generated or depends on the slice is tested, and generated files are rewritten. */
  static final List<String> MAVEN =
      List.of(
          "mvn",
          "-B",
          "-ntp",
          "package",
          "-pl",
          "server",
          "-am",
          "-Dgroups=golden | slice",
          "-Dregenerate=true",
          "-Dspotless.check.skip=true",
          "-DargLine=" + BRIEF);

  private static final String JAR = "server/target/openai-assistant-mcp.jar";
  private static final String LIBRARIES = "server/target/lib";
  private static final int SHOWN_ERRORS = 10;

  private final Path root;
  private final Path tree;
  private final Path log;
  private final Path pid;
  private final List<String> command;

  /**
   * @param root the project
   * @param folder where the copy is kept
   * @param command what builds and tests it there
   */
  StagedBuild(Path root, Path folder, List<String> command) {
    this.root = root;
    this.command = command;
    this.tree = folder.resolve("tree");
    this.log = folder.resolve("build.log");
    this.pid = folder.resolve("build.pid");
  }

  /**
   * Builds, and tests.
   *
   * @param files the new contents of files, by their paths in the project
   * @return all files that differ from the project's then, and the server that was tested
   * @throws IOException if it cannot be built or a test fails
   */
  Map<String, Optional<byte[]>> run(Map<String, String> files) throws IOException {
    endOrphan();
    WorkingCopy copy = new WorkingCopy(root, tree);
    copy.refresh(files.keySet());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = tree.resolve(file.getKey());
      if (!Text.of(path).equals(file.getValue())) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    build();
    Map<String, Optional<byte[]>> changes = new LinkedHashMap<>(copy.changes());
    addServer(changes);
    return changes;
  }

  /** A build goes on when who has started it is killed, and would disturb the next one. */
  private void endOrphan() throws IOException {
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readString(pid)))
          .filter(process -> process.info().commandLine().orElse("").contains(tree.toString()))
          .filter(ProcessHandle::destroyForcibly)
          .ifPresent(process -> process.onExit().join());
      Files.delete(pid);
    }
  }

  private void build() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(tree.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().merge("MAVEN_OPTS", BRIEF, (own, brief) -> own + " " + brief);
    Process process = builder.start();
    Files.writeString(pid, Long.toString(process.pid()));
    Thread ender = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(ender);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            errors()
                + "the new slice does not build, or a test fails with it; see "
                + log
                + ", or take it over with --no-build and mend what fails");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Runtime.getRuntime().removeShutdownHook(ender);
      Files.deleteIfExists(pid);
    }
  }

  private String errors() throws IOException {
    StringBuilder errors = new StringBuilder();
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      lines
          .filter(line -> line.startsWith("[ERROR] ") && !line.contains("[Help"))
          .limit(SHOWN_ERRORS)
          .forEach(line -> errors.append(line).append('\n'));
    }
    return errors.toString();
  }

  /** So that whoever starts the server next starts the one that was tested. */
  private void addServer(Map<String, Optional<byte[]>> changes) throws IOException {
    try (Stream<Path> libraries = Files.list(tree.resolve(LIBRARIES))) {
      for (Path library : libraries.sorted().toList()) {
        add(LIBRARIES + "/" + library.getFileName(), changes);
      }
    }
    add(JAR, changes);
  }

  private void add(String path, Map<String, Optional<byte[]>> changes) throws IOException {
    Path built = tree.resolve(path);
    Path there = root.resolve(path);
    if (!Files.exists(there) || Files.mismatch(built, there) >= 0) {
      changes.put(path, Optional.of(Files.readAllBytes(built)));
    }
  }
}

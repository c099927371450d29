package io.assistantmcp.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the inputs of the pipeline, on which the command is run. */
record Shop(Path folder) {

  static final Path RESOURCES = Path.of("src/test/resources");
  static final boolean REGENERATE = Boolean.getBoolean("regenerate");

  /** Copies the inputs of a case; what it does not have comes from the base. */
  static Shop of(Path inputs, Path folder) throws IOException {
    for (Path from : List.of(RESOURCES.resolve("base"), inputs)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
        for (Path file : files) {
          Path copy = folder.resolve(file.getFileName());
          Files.deleteIfExists(copy);
          Files.copy(file, copy);
        }
      }
    }
    return new Shop(folder);
  }

  static Stream<Path> folders(String kind) {
    try (Stream<Path> folders = Files.list(RESOURCES.resolve(kind))) {
      return folders.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path upstream() {
    Path json = folder.resolve("upstream.json");
    return Files.exists(json) ? json : folder.resolve("upstream.yaml");
  }

  Path slice() {
    return folder.resolve("assistants.yaml");
  }

  Run update() {
    return run(upstream().toString());
  }

  Run run(String... arguments) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--operations", folder.resolve("operations.yaml").toString()));
    all.addAll(List.of("--overlay", folder.resolve("overlay.yaml").toString()));
    all.addAll(List.of("--output", slice().toString()));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = CutSlice.run(all, stream(out), stream(err));
    return new Run(exit, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** What was printed, with the folder left out of file names. */
  private String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  /** How a run of the command ended. */
  record Run(int exit, String out, String err) {}
}

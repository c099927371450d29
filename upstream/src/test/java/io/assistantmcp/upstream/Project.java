package io.assistantmcp.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with the files that the command reads and replaces. */
record Project(Path root) {

  static final Path WIDGETS = Path.of("src/test/resources/widgets");
  static final String TODAY = "2026-12-01";

  /** The widget shop, before its first slice is cut. */
  static Project widgets(Path root) throws IOException {
    return of(root, WIDGETS.resolve("operations.yaml"), WIDGETS.resolve("overlay.yaml"));
  }

  static Project of(Path root, Path operations, Path overlay) throws IOException {
    Files.createDirectories(root.resolve("openapi"));
    Files.copy(operations, root.resolve("openapi/operations.yaml"));
    Files.copy(overlay, root.resolve("openapi/overlay.yaml"));
    return new Project(root);
  }

  /** The widget shop with the slice of its document. */
  static Project cutWidgets(Path root) throws IOException {
    Project project = widgets(root);
    project.run(WIDGETS.resolve("upstream.yaml").toString());
    return project;
  }

  Path file(String name) {
    return root.resolve("openapi").resolve(name);
  }

  String slice() {
    return Text.of(file("assistants.yaml"));
  }

  String lock() {
    return Text.of(file("upstream.lock"));
  }

  /** Runs the command without a build. */
  Run run(String... words) {
    List<String> all = new ArrayList<>(List.of("--root", root.toString(), "--no-build"));
    all.addAll(List.of(words));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = UpdateSpec.run(all, TODAY, stream(out), stream(err));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** How a run ended. */
  record Run(int exit, String out, String err) {}
}

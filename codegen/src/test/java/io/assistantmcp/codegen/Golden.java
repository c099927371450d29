package io.assistantmcp.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that a test's output is compared with, or that it rewrites when told to regenerate. */
final class Golden {

  private static final Path RESOURCES = Path.of("src/test/resources");

  private Golden() {}

  /** The folders of test cases below a resource folder, sorted by name. */
  static List<Path> folders(String name) throws IOException {
    try (Stream<Path> folders = Files.list(RESOURCES.resolve(name))) {
      return folders.sorted().toList();
    }
  }

  static void check(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).as("golden file; script/regenerate writes it").exists();
    assertThat(actual)
        .as(file + " is stale; run script/regenerate and review the difference")
        .isEqualTo(Files.readString(file));
  }
}

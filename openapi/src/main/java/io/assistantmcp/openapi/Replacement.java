package io.assistantmcp.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Replaces files together: nobody sees half a file, and if one fails none is changed. */
final class Replacement {

  private final Map<Path, String> contents;

  Replacement(Map<Path, String> contents) {
    this.contents = contents;
  }

  /** Replaces them, unless all are as wanted already. Answers whether there was a difference. */
  boolean run() throws IOException {
    for (Map.Entry<Path, String> file : contents.entrySet()) {
      if (!current(file.getKey()).equals(Optional.of(file.getValue()))) {
        replace();
        return true;
      }
    }
    return false;
  }

  private void replace() throws IOException {
    Map<Path, Optional<String>> replaced = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> file : contents.entrySet()) {
        Files.writeString(staged(file.getKey()), file.getValue());
      }
      for (Path file : contents.keySet()) {
        Optional<String> old = current(file);
        move(file);
        replaced.put(file, old);
      }
    } catch (IOException e) {
      restore(replaced, e);
      throw e;
    } finally {
      for (Path file : contents.keySet()) {
        Files.deleteIfExists(staged(file));
      }
    }
  }

  private static void restore(Map<Path, Optional<String>> replaced, IOException cause) {
    replaced.forEach(
        (file, old) -> {
          try {
            if (old.isPresent()) {
              Files.writeString(staged(file), old.get());
              move(file);
            } else {
              Files.delete(file);
            }
          } catch (IOException e) {
            cause.addSuppressed(e);
          }
        });
  }

  private static Optional<String> current(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  private static void move(Path file) throws IOException {
    Files.move(
        staged(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Beside the file, since a move is atomic only within a file system. */
  private static Path staged(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}

package io.assistantmcp.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces files of the project together. All are made ready in a folder on the same file system;
 * then a journal says so, and each is moved into its place. Whoever finds a journal, after a crash,
 * does the rest; whoever finds none has the old state and throws away what was made ready.
 */
final class Swap {

  private static final String JOURNAL = "journal";
  private static final String WRITE = "write ";
  private static final String DELETE = "delete ";

  private final Path root;
  private final Path ready;
  private final Path journal;

  /**
   * @param root the project
   * @param folder where files are made ready, on the project's file system
   */
  Swap(Path root, Path folder) {
    this.root = root;
    this.ready = folder.resolve("ready");
    this.journal = folder.resolve(JOURNAL);
  }

  /** Finishes what a run before has begun. Answers whether there was anything to finish. */
  boolean recover() throws IOException {
    boolean begun = Files.exists(journal);
    if (begun) {
      apply(Files.readAllLines(journal));
    }
    deleteReady();
    return begun;
  }

  /**
   * Replaces files, all or none.
   *
   * @param contents new contents by path; nothing where the file shall go
   */
  void replace(Map<String, Optional<byte[]>> contents) throws IOException {
    deleteReady();
    List<String> steps = new ArrayList<>();
    for (Map.Entry<String, Optional<byte[]>> file : contents.entrySet()) {
      if (file.getValue().isPresent()) {
        Path made = ready.resolve(file.getKey());
        Files.createDirectories(made.getParent());
        write(made, file.getValue().get());
        if (Files.isExecutable(root.resolve(file.getKey()))) {
          made.toFile().setExecutable(true, false);
        }
      }
      checkWritable(root.resolve(file.getKey()));
      steps.add((file.getValue().isPresent() ? WRITE : DELETE) + file.getKey());
    }
    write(draft(), String.join("\n", steps).getBytes(StandardCharsets.UTF_8));
    Files.move(draft(), journal, StandardCopyOption.ATOMIC_MOVE);
    apply(steps);
    deleteReady();
  }

  private Path draft() {
    return journal.resolveSibling(JOURNAL + ".draft");
  }

  /** Before anything is moved, since afterwards there is no way back. */
  private static void checkWritable(Path file) throws IOException {
    if (Files.isDirectory(file) || Files.exists(file) && !Files.isWritable(file)) {
      throw new IOException(file + " cannot be replaced");
    }
    Files.createDirectories(file.getParent());
    if (!Files.isWritable(file.getParent())) {
      throw new IOException(file.getParent() + " cannot be written to");
    }
  }

  private void apply(List<String> steps) throws IOException {
    for (String step : steps) {
      if (step.startsWith(DELETE)) {
        Files.deleteIfExists(root.resolve(step.substring(DELETE.length())));
      } else {
        move(step.substring(WRITE.length()));
      }
    }
    Files.delete(journal);
  }

  private void move(String path) throws IOException {
    try {
      Files.move(
          ready.resolve(path),
          root.resolve(path),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      // It was moved before the crash.
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private void deleteReady() throws IOException {
    Files.deleteIfExists(draft());
    if (!Files.exists(ready)) {
      return;
    }
    try (var files = Files.walk(ready)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

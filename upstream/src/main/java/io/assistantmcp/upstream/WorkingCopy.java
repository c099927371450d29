package io.assistantmcp.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A copy of the project's files, as they are now, without what is built from them. */
final class WorkingCopy {

  private static final Set<String> BUILT = Set.of("target", "node_modules");

  private final Path root;
  private final Path copy;
  private final Map<String, byte[]> before = new LinkedHashMap<>();

  WorkingCopy(Path root, Path copy) {
    this.root = root;
    this.copy = copy;
  }

  /**
   * Copies what has changed since the last time, with its date, so that a build does again only
   * what has to be done again.
   *
   * @param except files that are about to be written in the copy
   */
  void refresh(Set<String> except) throws IOException {
    Files.createDirectories(copy);
    Set<String> files = projectFiles();
    for (String file : copiedFiles()) {
      if (!files.contains(file) && !except.contains(file)) {
        Files.delete(copy.resolve(file));
      }
    }
    for (String file : files) {
      if (!except.contains(file) && differs(root.resolve(file), copy.resolve(file))) {
        Files.createDirectories(copy.resolve(file).getParent());
        Files.copy(
            root.resolve(file),
            copy.resolve(file),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
      before.put(file, Files.readAllBytes(root.resolve(file)));
    }
  }

  private static boolean differs(Path one, Path other) throws IOException {
    return !Files.exists(other)
        || Files.size(one) != Files.size(other)
        || modified(one) != modified(other);
  }

  /** In milliseconds, since copies have no finer dates on JDK 17. */
  private static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  /**
   * The files that are in the copy not as they were copied; nothing where one is gone.
   *
   * @throws IOException if one of them has been edited in the project since then
   */
  Map<String, Optional<byte[]>> changes() throws IOException {
    Map<String, Optional<byte[]>> changes = new LinkedHashMap<>();
    Set<String> copied = copiedFiles();
    for (String file : copied) {
      byte[] now = Files.readAllBytes(copy.resolve(file));
      if (!Arrays.equals(now, before.get(file))) {
        changes.put(file, Optional.of(now));
      }
    }
    for (String file : before.keySet()) {
      if (!copied.contains(file)) {
        changes.put(file, Optional.empty());
      }
    }
    for (String file : changes.keySet()) {
      checkUntouched(file);
    }
    return changes;
  }

  private void checkUntouched(String file) throws IOException {
    Path there = root.resolve(file);
    byte[] now = Files.exists(there) ? Files.readAllBytes(there) : null;
    if (!Arrays.equals(now, before.get(file))) {
      throw new IOException(there + " was edited while the update was built; run it again");
    }
  }

  /** What git knows, and what it would be told of: everything that is not built. */
  private Set<String> projectFiles() throws IOException {
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    git.getOutputStream().close();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (git.waitFor() != 0) {
        throw new IOException("git does not list the project's files in " + root);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Set<String> files = new TreeSet<>(Arrays.asList(names.split("\0")));
    files.removeIf(file -> !Files.isRegularFile(root.resolve(file)));
    return files;
  }

  private Set<String> copiedFiles() throws IOException {
    Set<String> files = new TreeSet<>();
    Files.walkFileTree(
        copy,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return BUILT.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(copy.relativize(file).toString());
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}

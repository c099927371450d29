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
    }
  }

  private static boolean differs(Path one, Path other) throws IOException {
    return !Files.exists(other)
        || Files.size(one) != Files.size(other)
        || !Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
  }

  /** The files that are not in the copy as they are in the project; nothing where one is gone. */
  Map<String, Optional<byte[]>> changes() throws IOException {
    Map<String, Optional<byte[]>> changes = new LinkedHashMap<>();
    Set<String> copied = copiedFiles();
    for (String file : copied) {
      Path there = root.resolve(file);
      if (!Files.exists(there) || Files.mismatch(copy.resolve(file), there) >= 0) {
        changes.put(file, Optional.of(Files.readAllBytes(copy.resolve(file))));
      }
    }
    for (String file : projectFiles()) {
      if (!copied.contains(file)) {
        changes.put(file, Optional.empty());
      }
    }
    return changes;
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

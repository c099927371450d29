package io.assistantmcp.openapi;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param mode what to do
 * @param upstream the document to cut the slice from
 */
record Arguments(Mode mode, String upstream, Path operations, Path overlay, Path output) {

  static final String USAGE =
      """
      usage: cut-slice <file|url> [files]
             cut-slice --refresh [files]   apply operations and overlay to the slice again
             cut-slice --check [files]     fail if that would change the slice
      files: --operations file, --overlay file, --output file\
      """;

  private static final Set<String> OPTIONS = Set.of("--operations", "--overlay", "--output");

  enum Mode {
    CUT,
    REFRESH,
    CHECK
  }

  /**
   * Reads a command line. Of an option given twice the last counts.
   *
   * @throws UsageException if it is none of the forms in the usage
   */
  static Arguments parse(List<String> words) throws UsageException {
    Mode mode = Mode.CUT;
    Optional<String> upstream = Optional.empty();
    Map<String, String> options = new HashMap<>();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (OPTIONS.contains(word)) {
        options.put(word, value(word, rest));
      } else if (mode == Mode.CUT && (word.equals("--refresh") || word.equals("--check"))) {
        mode = word.equals("--check") ? Mode.CHECK : Mode.REFRESH;
      } else if (word.startsWith("-") || word.isEmpty() || upstream.isPresent()) {
        throw new UsageException("unexpected argument: " + word);
      } else {
        upstream = Optional.of(word);
      }
    }
    return of(mode, upstream, options);
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    if (rest.isEmpty() || rest.peek().isEmpty() || rest.peek().startsWith("--")) {
      throw new UsageException(option + " needs a value");
    }
    return rest.pop();
  }

  private static Arguments of(Mode mode, Optional<String> upstream, Map<String, String> options)
      throws UsageException {
    if (mode != Mode.CUT && upstream.isPresent()) {
      throw new UsageException("--refresh and --check read the slice alone");
    }
    if (mode == Mode.CUT && upstream.isEmpty()) {
      throw new UsageException("name the upstream document");
    }
    Path output = path(options, "--output", "assistants.yaml");
    return new Arguments(
        mode,
        upstream.orElse(output.toString()),
        path(options, "--operations", "operations.yaml"),
        path(options, "--overlay", "overlay.yaml"),
        output);
  }

  private static Path path(Map<String, String> options, String option, String name) {
    return Path.of(options.getOrDefault(option, "openapi/" + name));
  }

  /** A command line that makes no sense. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }
}

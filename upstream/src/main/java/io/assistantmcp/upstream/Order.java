package io.assistantmcp.upstream;

import io.assistantmcp.openapi.UpstreamSpec;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param root the project
 * @param document a file or URL, or empty for the lock's URL
 * @param source what the lock shall name as the source, if not where the document was read from
 * @param check whether only to tell what would change
 * @param build whether to build and test before anything is changed
 * @param json whether to report in JSON
 */
record Order(
    Path root,
    Optional<String> document,
    Optional<String> source,
    boolean check,
    boolean build,
    boolean json) {

  static final String USAGE =
      """
      usage: update-spec [file|url] [--check] [--no-build] [--json] [--source url]
             without a document: the one at the url in openapi/upstream.lock
      --check     changes nothing; exit code 0 nothing new, 3 changes, 4 breaking changes, 1 failed
      --no-build  stops after the slice and the report
      --json      reports in JSON, not Markdown
      --source    what the lock names as the source of a file\
      """;

  /**
   * @throws UsageException if the command line makes no sense
   */
  static Order parse(List<String> words) throws UsageException {
    Order order = new Order(Path.of("."), Optional.empty(), Optional.empty(), false, true, false);
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      order = order.with(rest.pop(), rest);
    }
    return order;
  }

  private Order with(String word, Deque<String> rest) throws UsageException {
    return switch (word) {
      case "--check" -> new Order(root, document, source, true, build, json);
      case "--no-build" -> new Order(root, document, source, check, false, json);
      case "--json" -> new Order(root, document, source, check, build, true);
      case "--root" -> new Order(Path.of(value(word, rest)), document, source, check, build, json);
      case "--source" -> {
        String url = value(word, rest);
        if (!UpstreamSpec.isUrl(url)) {
          throw new UsageException("--source must be an http or https URL");
        }
        yield new Order(root, document, Optional.of(url), check, build, json);
      }
      default -> {
        if (word.startsWith("-") || word.isEmpty() || document.isPresent()) {
          throw new UsageException("unexpected argument: " + word);
        }
        yield new Order(root, Optional.of(word), source, check, build, json);
      }
    };
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    if (rest.isEmpty() || rest.peek().isEmpty() || rest.peek().startsWith("--")) {
      throw new UsageException(option + " needs a value");
    }
    return rest.pop();
  }

  /** A command line that makes no sense. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }
}

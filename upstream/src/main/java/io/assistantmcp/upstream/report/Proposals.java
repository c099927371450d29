package io.assistantmcp.upstream.report;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.PathOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses how an operation that is not a tool yet would be called as one. The rules stand in
 * docs/upstream-changes.md; a person decides.
 */
final class Proposals {

  private static final int LONGEST_NAME = 40;
  private static final Pattern WORD_BREAK = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern SAFE_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Set<String> VERBS =
      Set.of(
          "list",
          "get",
          "retrieve",
          "create",
          "add",
          "modify",
          "update",
          "delete",
          "remove",
          "cancel",
          "submit",
          "search",
          "run",
          "start",
          "stop",
          "upload",
          "download");

  private final List<PathOperation> offered;

  /**
   * @param offered the operations that are tools already, whose toolsets are known
   */
  Proposals(List<PathOperation> offered) {
    this.offered = offered;
  }

  /** Proposals for all operations of a document under certain paths that are no tools. */
  List<Proposal> of(JsonObject document, List<String> watched) {
    Set<String> known = Set.copyOf(offered.stream().map(PathOperation::id).toList());
    List<Proposal> proposals = new ArrayList<>();
    for (PathOperation operation : PathOperation.in(document)) {
      if (!operation.id().isEmpty()
          && !known.contains(operation.id())
          && watched.stream().anyMatch(path -> isUnder(path, operation.path()))) {
        proposals.add(proposal(operation));
      }
    }
    return proposals;
  }

  private static boolean isUnder(String watched, String path) {
    return path.equals(watched) || path.startsWith(watched + "/");
  }

  private Proposal proposal(PathOperation operation) {
    List<String> words = words(operation);
    String tool = cut(String.join("_", words));
    String title = String.join(" ", words);
    boolean reads = Set.of("get", "head").contains(operation.method());
    boolean deletes = operation.method().equals("delete");
    String entry =
        """
          %s:
            tool: %s
            title: %s
            toolset: %s
            readOnly: %s
            destructive: %s
            idempotent: %s
        """
            .formatted(
                SAFE_KEY.matcher(operation.id()).matches()
                    ? operation.id()
                    : "'" + operation.id().replace("'", "''") + "'",
                tool,
                Character.toUpperCase(title.charAt(0)) + title.substring(1),
                toolset(operation),
                reads,
                deletes,
                reads || deletes || isIdempotent(operation));
    String target = "$.paths['" + operation.path() + "']." + operation.method();
    return new Proposal(operation.id(), Endpoints.place(operation), entry, target);
  }

  /** The words of its id, a verb first. */
  private static List<String> words(PathOperation operation) {
    List<String> words = new ArrayList<>();
    for (String word : WORD_BREAK.split(operation.id())) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    if (words.isEmpty()) {
      words.add("call");
    }
    if (VERBS.contains(words.get(0))) {
      return words;
    }
    String last = words.get(words.size() - 1);
    if (VERBS.contains(last)) {
      words.remove(words.size() - 1);
      words.add(0, last);
    } else {
      words.add(0, verb(operation));
    }
    return words;
  }

  private static String verb(PathOperation operation) {
    boolean ofOne = operation.path().endsWith("}");
    return switch (operation.method()) {
      case "get", "head" -> ofOne ? "get" : "list";
      case "delete" -> "delete";
      case "post" -> ofOne ? "modify" : "create";
      default -> "modify";
    };
  }

  private static String cut(String name) {
    String plain = name.replaceAll("[^a-z0-9_]", "");
    if (plain.length() <= LONGEST_NAME) {
      return plain;
    }
    int end = plain.lastIndexOf('_', LONGEST_NAME);
    return plain.substring(0, end > 0 ? end : LONGEST_NAME);
  }

  /** Creating twice gives two; setting fields or cancelling twice is the same as once. */
  private static boolean isIdempotent(PathOperation operation) {
    return !operation.method().equals("post")
        || operation.path().endsWith("}")
        || operation.path().endsWith("/cancel");
  }

  /** That of the tool whose path has the most in common, else the last fixed part of the path. */
  private String toolset(PathOperation operation) {
    List<String> path = parts(operation);
    return offered.stream()
        .filter(other -> common(path, parts(other)) > 0)
        .max(
            Comparator.comparingInt((PathOperation other) -> common(path, parts(other)))
                .thenComparingInt(other -> -parts(other).size()))
        .map(other -> other.operation().getAsJsonObject("x-tool").get("toolset").getAsString())
        .orElseGet(() -> path.isEmpty() ? "others" : path.get(path.size() - 1));
  }

  private static List<String> parts(PathOperation operation) {
    return Arrays.stream(operation.path().split("/"))
        .filter(part -> !part.isEmpty() && !part.startsWith("{"))
        .map(part -> part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
        .toList();
  }

  private static int common(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }
}

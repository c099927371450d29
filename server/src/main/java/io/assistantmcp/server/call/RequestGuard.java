package io.assistantmcp.server.call;

import io.assistantmcp.tool.HttpOperation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The second check that a request goes where its operation says. The first is the pattern of every
 * path argument; but the generated client resolves dot segments, and what a slip would cost is the
 * deletion of a thread.
 */
final class RequestGuard {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");

  private final String root;

  /**
   * @param root what every request URL starts with
   */
  RequestGuard(String root) {
    this.root = root;
  }

  /** Throws unless the request is the operation with these arguments in its path. */
  void check(HttpOperation operation, Map<String, @Nullable Object> arguments, Request request) {
    HttpUrl path = request.url().newBuilder().query(null).build();
    String expected = root + expand(operation.path(), arguments);
    if (!path.toString().equals(expected) || !request.method().equals(operation.method())) {
      throw new IllegalStateException("a request does not match its operation");
    }
  }

  private static String expand(String template, Map<String, @Nullable Object> arguments) {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            variable -> Matcher.quoteReplacement(segment(arguments.get(variable.group(1)))));
  }

  private static String segment(@Nullable Object value) {
    if ((value instanceof String || value instanceof Number)
        && SEGMENT.matcher(value.toString()).matches()) {
      return value.toString();
    }
    throw new IllegalStateException("a path argument is not one segment");
  }
}

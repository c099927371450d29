package io.assistantmcp.openapi;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The JSONPath library is older than RFC 9535 and wants filters in parentheses, which the RFC lets
 * authors leave out: {@code [?@.name == 'limit']}.
 */
final class TargetSyntax {

  private TargetSyntax() {}

  static String parenthesizeFilters(String path) {
    StringBuilder result = new StringBuilder();
    Deque<Boolean> filters = new ArrayDeque<>();
    char quote = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        quote = c == quote && path.charAt(i - 1) != '\\' ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[') {
        filters.push(path.startsWith("?", i + 1));
      } else if (c == ']' && !filters.isEmpty() && filters.pop()) {
        result.append(')');
      }
      result.append(c);
      if (c == '?' && quote == 0 && i > 0 && path.charAt(i - 1) == '[') {
        result.append('(');
      }
    }
    return result.toString();
  }
}

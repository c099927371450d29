package io.assistantmcp.upstream.report;

import java.util.List;

/**
 * Why the slice stays as it is.
 *
 * @param since the first document without the operations
 * @param operations the ids of those that are gone
 */
public record Frozen(Origin since, List<String> operations) {

  public Frozen {
    operations = List.copyOf(operations);
  }
}

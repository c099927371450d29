package io.assistantmcp.upstream.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a new document changes.
 *
 * @param before the document that the slice is cut from
 * @param after the new one
 * @param frozen why nothing of it is taken over, if so
 * @param tools what users of the tools see
 * @param tokens the size of tools/list
 * @param toDo what a person has to look after
 * @param operations what has changed in the operations of the slice
 * @param proposals operations that could become tools
 * @param outside one sentence about all the rest
 */
public record Report(
    Origin before,
    Origin after,
    Optional<Frozen> frozen,
    List<Section> tools,
    Tokens tokens,
    List<String> toDo,
    List<Section> operations,
    List<Proposal> proposals,
    String outside) {

  /**
   * The size of tools/list.
   *
   * @param before in tokens of o200k_base
   * @param after the same of the new tools
   */
  public record Tokens(int before, int after) {}

  public Report {
    tools = List.copyOf(tools);
    toDo = List.copyOf(toDo);
    operations = List.copyOf(operations);
    proposals = List.copyOf(proposals);
  }

  /** How many changes can break somebody. */
  public long breaking() {
    return lines().filter(Line::breaking).count();
  }

  /** How many changes cannot. */
  public long harmless() {
    return lines().filter(line -> !line.breaking()).count();
  }

  private Stream<Line> lines() {
    return Stream.concat(tools.stream(), operations.stream())
        .flatMap(section -> section.lines().stream());
  }
}

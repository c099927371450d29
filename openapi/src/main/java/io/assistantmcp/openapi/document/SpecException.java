package io.assistantmcp.openapi.document;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with the input of one step, a line each. */
public final class SpecException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SpecException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public SpecException(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}

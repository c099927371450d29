package io.assistantmcp.openapi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The problems found so far. Steps go on after reporting one, so that all are told at once. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  /** The source's value, or nothing after noting why there is none. */
  public <T> Optional<T> collect(Source<T> source) {
    try {
      return Optional.of(source.get());
    } catch (SpecException e) {
      found.addAll(e.problems());
      return Optional.empty();
    }
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }

  public void throwIfAny() throws SpecException {
    if (!found.isEmpty()) {
      throw new SpecException(found);
    }
  }

  /** Something that may have problems of its own. */
  @FunctionalInterface
  public interface Source<T> {
    T get() throws SpecException;
  }
}

package io.assistantmcp.codegen.spec;

import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problem;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of one document cannot become a tool: all of it is told at once, each thing once. */
public final class SpecProblems {

  private final SpecDocument document;
  private final Set<Problem> found = new LinkedHashSet<>();
  private int reports;

  public SpecProblems(SpecDocument document) {
    this.document = document;
  }

  /** Notes a problem and goes on. */
  public void report(JsonPointer pointer, String message, String cure) {
    reports++;
    found.add(document.problem(pointer, message, cure));
  }

  /** How often something was reported, so that a reader sees whether its part went well. */
  int reports() {
    return reports;
  }

  /** Ends the work here if there is anything to tell. */
  public void throwIfAny() throws SpecException {
    if (!found.isEmpty()) {
      throw new SpecException(List.copyOf(found));
    }
  }
}

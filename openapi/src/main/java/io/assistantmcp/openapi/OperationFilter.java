package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.Operations.Selected;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the selected operations, and of their paths what is shared. Says in each which tool it
 * becomes, and tags it, since upstream's tags are unreliable and name the generated class. Says in
 * the document which toolsets there are.
 */
final class OperationFilter implements SpecStep {

  private final Operations operations;
  private final SpecDocument upstream;
  private final Problems problems;

  OperationFilter(Operations operations, SpecDocument upstream, Problems problems) {
    this.operations = operations;
    this.upstream = upstream;
    this.problems = problems;
  }

  @Override
  public void apply(JsonObject spec) {
    List<PathOperation> all = PathOperation.in(spec);
    reportMissingAndDuplicate(all);
    Set<String> kept = new HashSet<>();
    for (PathOperation candidate : all) {
      Optional<Selected> selected = operations.find(candidate.id());
      if (selected.isPresent() && kept.add(candidate.id())) {
        mark(candidate.operation(), selected.get());
      } else {
        candidate.item().remove(candidate.method());
      }
    }
    if (spec.get("paths") instanceof JsonObject paths) {
      var used = PathOperation.in(spec).stream().map(PathOperation::path).toList();
      paths.keySet().retainAll(used);
    }
    operations.toolsets().mark(spec);
  }

  private void mark(JsonObject operation, Selected selected) {
    JsonArray tags = new JsonArray();
    tags.add(operations.api());
    operation.add("tags", tags);
    operation.add("x-tool", selected.extension());
  }

  private void reportMissingAndDuplicate(List<PathOperation> all) {
    Map<String, List<PathOperation>> byId =
        all.stream().collect(Collectors.groupingBy(PathOperation::id));
    for (Selected selected : operations.selected()) {
      List<PathOperation> found = byId.getOrDefault(selected.id(), List.of());
      if (found.isEmpty()) {
        problems.add(
            operations
                .document()
                .problem(
                    operations.pointer(selected),
                    "is no operationId in " + upstream.name(),
                    "correct the id, or run script/update-spec on a document that has it"));
      }
      found.stream().skip(1).forEach(duplicate -> reportDuplicate(found.get(0), duplicate));
    }
  }

  private void reportDuplicate(PathOperation first, PathOperation duplicate) {
    problems.add(
        upstream.problem(
            duplicate.pointer().child("operationId"),
            "is " + first.id() + ", as #" + first.pointer() + " is",
            "give one of them another operationId upstream"));
  }
}

package io.assistantmcp.upstream.report;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.PathOperation;
import io.assistantmcp.openapi.Remainder;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.upstream.report.Report.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a report is made of.
 *
 * @param before the document that the older slice is cut from
 * @param after the new one
 * @param older the slice that is there
 * @param newer the slice of the new document, without what is gone from it
 * @param upstream the new document as a whole
 * @param watched the paths under which new operations are proposed
 * @param misses the targets of overlay actions that hit nothing any more
 * @param frozen why the slice stays as it is, if so
 * @param wasOutside what the older document had beyond the slice, if that is known
 * @param isOutside what the new document has beyond it
 */
public record Comparison(
    Origin before,
    Origin after,
    SpecDocument older,
    SpecDocument newer,
    SpecDocument upstream,
    List<String> watched,
    List<String> misses,
    Optional<Frozen> frozen,
    Optional<Remainder> wasOutside,
    Remainder isOutside) {

  /**
   * @throws SpecException if no tools can be made of one of the slices
   */
  public Report report() throws SpecException {
    ToolSurface was = ToolSurface.of(older);
    ToolSurface is = ToolSurface.of(newer);
    ToolComparison tools = new ToolComparison(was, is);
    List<PathOperation> offered = new ArrayList<>(PathOperation.in(newer.tree()));
    frozen.ifPresent(it -> offered.addAll(PathOperation.in(older.tree())));
    return new Report(
        before,
        after,
        frozen,
        tools.sections(),
        new Tokens(was.tokens(), is.tokens()),
        toDo(tools),
        new OperationComparison(older.tree(), newer.tree()).sections(),
        new Proposals(offered).of(upstream.tree(), watched),
        outside());
  }

  private List<String> toDo(ToolComparison tools) {
    List<String> toDo = new ArrayList<>();
    misses.forEach(
        miss -> toDo.add("overlay.yaml: `" + miss + "` hits nothing; correct or remove it"));
    frozen.ifPresent(it -> it.operations().forEach(id -> renamed(id, toDo)));
    tools
        .undescribed()
        .forEach(argument -> toDo.add("overlay.yaml has no words for a new argument, " + argument));
    return toDo;
  }

  /** An operation that is gone may only have another id. */
  private void renamed(String id, List<String> toDo) {
    Optional<String> place = place(older.tree(), id);
    PathOperation.in(upstream.tree()).stream()
        .filter(operation -> place.equals(Optional.of(Endpoints.place(operation))))
        .forEach(
            operation ->
                toDo.add(
                    "`%s` is called `%s` now; rename it in operations.yaml"
                        .formatted(id, operation.id())));
  }

  private static Optional<String> place(JsonObject spec, String id) {
    return PathOperation.in(spec).stream()
        .filter(operation -> operation.id().equals(id))
        .map(Endpoints::place)
        .findFirst();
  }

  private String outside() {
    String now =
        "%d operations and %d schemas".formatted(isOutside.operations(), isOutside.schemas());
    if (wasOutside.isEmpty()) {
      return now + "; what was there before is not known.";
    }
    Remainder was = wasOutside.get();
    if (was.sha256().equals(isOutside.sha256())) {
      return now + ", as before; at most words have changed.";
    }
    return "%s, before %d and %d; they have changed."
        .formatted(now, was.operations(), was.schemas());
  }
}

package io.assistantmcp.openapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.SpecObject.Child;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;

/**
 * Judges the finished slice, so only what is written. Whether references resolve is the pruner's to
 * say, and whether operationIds are unique the filter's.
 */
final class SpecValidator implements SpecStep {

  private final SpecDocument upstream;
  private final Problems problems;

  SpecValidator(SpecDocument upstream, Problems problems) {
    this.upstream = upstream;
    this.problems = problems;
  }

  @Override
  public void apply(JsonObject spec) {
    SpecObject.DOCUMENT.walk(JsonPointer.ROOT, spec, this::checkForms);
    OperationRules rules = new OperationRules(spec, upstream, problems);
    PathOperation.in(spec).forEach(rules::check);
  }

  /** Whatever stands in the wrong form would otherwise be passed by, prose and all. */
  private void checkForms(SpecObject kind, JsonPointer pointer, JsonObject object) {
    for (Child child : kind.children()) {
      JsonElement value = object.get(child.key());
      if (value != null && !isOfForm(child, value)) {
        String form = child.form() == SpecObject.Form.LIST ? "a list" : "an object";
        problems.add(
            upstream.problem(
                pointer.child(child.key()), "is not " + form, "correct it in the overlay"));
      }
    }
  }

  private static boolean isOfForm(Child child, JsonElement value) {
    boolean booleanSchema =
        child.kind() == SpecObject.SCHEMA && value instanceof JsonPrimitive it && it.isBoolean();
    return switch (child.form()) {
      case LIST -> value.isJsonArray();
      case MAP -> value.isJsonObject();
      case ONE -> value.isJsonObject() || booleanSchema;
    };
  }
}

package io.assistantmcp.upstream.report;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.PathOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What has changed in the operations of a slice. openapi-diff tells which operations, parameters,
 * bodies and answers differ; inside a schema, where it knows no anyOf, {@link SchemaLines} tells.
 */
final class OperationComparison {

  private final Endpoints before;
  private final Endpoints after;

  OperationComparison(JsonObject before, JsonObject after) {
    this.before = Endpoints.of(before);
    this.after = Endpoints.of(after);
  }

  /** The operations that have changed: those that are gone, then the rest in the new order. */
  List<Section> sections() {
    ChangedOpenApi changes =
        OpenApiDiff.compare(
            model(before.alignedTo(before)),
            model(after.alignedTo(before)),
            OpenApiDiffOptions.builder().build());
    List<Section> sections = new ArrayList<>();
    for (Endpoint missing : changes.getMissingEndpoints()) {
      String id = missing.getOperation().getOperationId();
      sections.add(section(before, id, List.of(new Line("", "operation removed", true))));
    }
    Map<String, ChangedOperation> changed = new HashMap<>();
    for (ChangedOperation operation : changes.getChangedOperations()) {
      changed.put(operation.getNewOperation().getOperationId(), operation);
    }
    for (String id : after.byId().keySet()) {
      List<Line> lines = lines(id, changed);
      if (!lines.isEmpty()) {
        sections.add(section(after, id, lines));
      }
    }
    return sections;
  }

  private List<Line> lines(String id, Map<String, ChangedOperation> changed) {
    PathOperation older = before.byId().get(id);
    PathOperation newer = after.byId().get(id);
    if (older == null) {
      return List.of(new Line("", "operation added", false));
    }
    List<Line> lines = new ArrayList<>();
    if (newer != null && !Endpoints.place(older).equals(Endpoints.place(newer))) {
      lines.add(new Line("", "moved, before `" + Endpoints.place(older) + "`", true));
    }
    if (changed.containsKey(id)) {
      lines.addAll(new OperationLines(changed.get(id)).lines());
    }
    if (newer != null) {
      lines.addAll(
          new SchemaLines(before.side(), after.side()).lines(older.operation(), newer.operation()));
    }
    return lines;
  }

  private static Section section(Endpoints endpoints, String id, List<Line> lines) {
    PathOperation operation = endpoints.byId().get(id);
    return new Section(id, operation == null ? "" : Endpoints.place(operation), lines);
  }

  private static OpenAPI model(JsonObject document) {
    return new OpenAPIV3Parser().readContents(document.toString()).getOpenAPI();
  }
}

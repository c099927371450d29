package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Operation.QueryParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of OpenAI's document that this project serves: operations and schemas. */
final class Slice {

  private static final String DOCUMENT = "/openapi/assistants.json";
  private static final String PROSE_LIMITS = "prose-limits.json";

  private final JsonObject document = new JsonObject();
  private final List<Operation> operations = new ArrayList<>();

  private Slice() {}

  static Slice load() {
    Slice slice = new Slice();
    JsonObject source = Resource.read(DOCUMENT);
    // Limits that the document tells in prose, which is not in the slice.
    JsonObject schemas = source.getAsJsonObject("components").getAsJsonObject("schemas");
    Resource.read(PROSE_LIMITS).asMap().forEach((name, limits) -> merge(schemas, name, limits));
    slice.document.add("components", source.get("components"));
    JsonObject paths = source.getAsJsonObject("paths");
    for (String path : paths.keySet()) {
      if (!ServedPaths.include(path)) {
        continue;
      }
      JsonObject methods = paths.getAsJsonObject(path);
      for (String method : methods.keySet()) {
        slice.add(path, method, methods.getAsJsonObject(method));
      }
    }
    return slice;
  }

  /** The schemas, in places without the braces of paths, which no URI can hold. */
  JsonObject document() {
    return document;
  }

  List<Operation> operations() {
    return operations;
  }

  private void add(String path, String method, JsonObject source) {
    String id = source.get("operationId").getAsString();
    JsonElement body = Json.at(source, "requestBody", "content", "application/json", "schema");
    if (body != null) {
      document.add(id, body);
    }
    operations.add(
        new Operation(
            id,
            method.toUpperCase(Locale.ROOT),
            List.of(path.substring(1).split("/")),
            query(id, source.getAsJsonArray("parameters")),
            body == null ? null : "/" + id,
            Json.at(source, "requestBody", "required") != null));
  }

  private List<QueryParameter> query(String operation, @Nullable JsonArray parameters) {
    List<QueryParameter> query = new ArrayList<>();
    for (int i = 0; parameters != null && i < parameters.size(); i++) {
      JsonObject parameter = parameters.get(i).getAsJsonObject();
      if ("query".equals(Json.string(parameter, "in"))) {
        JsonObject schema = parameter.getAsJsonObject("schema");
        String name = parameter.get("name").getAsString();
        document.add(operation + "-" + i, schema);
        query.add(
            new QueryParameter(name, schema.get("type").getAsString(), "/" + operation + "-" + i));
      }
    }
    return query;
  }

  private static void merge(JsonObject target, String name, JsonElement patch) {
    if (patch instanceof JsonObject object && target.get(name) instanceof JsonObject existing) {
      object.asMap().forEach((member, value) -> merge(existing, member, value));
    } else {
      target.add(name, patch);
    }
  }
}

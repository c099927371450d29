package io.assistantmcp.codegen.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.codegen.plan.Shape.Structure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tool's arguments, merged from path, query and body into one object. */
final class InputSchema {

  // The same rule that ToolArguments.path enforces, told before a request is built.
  private static final String PATH_VALUE = "^[A-Za-z0-9_-]{1,128}$";

  private final JsonObject properties = new JsonObject();
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private JsonObject together = new JsonObject();

  /** Adds an argument; false if the name is taken. */
  boolean add(String name, JsonObject schema, Shape shape, boolean isRequired) {
    if (properties.has(name)) {
      return false;
    }
    properties.add(name, schema);
    shapes.put(name, shape);
    if (isRequired) {
      required.add(name);
    }
    return true;
  }

  /** Adds an argument that travels in the path. */
  boolean addPathValue(String name, JsonObject schema, Shape shape) {
    JsonObject guarded = schema.deepCopy();
    if (!guarded.has("pattern")) {
      guarded.addProperty("pattern", PATH_VALUE);
    }
    return add(name, guarded, shape, true);
  }

  /** Says what the arguments have to satisfy together. */
  void restrict(JsonObject schema) {
    together = schema;
  }

  /** The schema that arguments are checked against. */
  JsonObject enforced() {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    JsonArray names = new JsonArray();
    required.stream().map(JsonPrimitive::new).forEach(names::add);
    schema.add("required", names);
    schema.addProperty("additionalProperties", false);
    together.asMap().forEach(schema::add);
    return schema;
  }

  Structure shown() {
    return new Structure("", shapes, required, Optional.empty());
  }
}

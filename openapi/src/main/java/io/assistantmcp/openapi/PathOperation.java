package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation and the path it stands under.
 *
 * @param path the path template
 * @param method the HTTP method, lower case
 * @param item the path item, which may hold parameters for all its operations
 * @param operation the operation itself
 */
public record PathOperation(String path, String method, JsonObject item, JsonObject operation) {

  /** All operations of a spec, in the order they are written. */
  public static List<PathOperation> in(JsonObject spec) {
    List<PathOperation> found = new ArrayList<>();
    if (spec.get("paths") instanceof JsonObject paths) {
      paths.asMap().forEach((path, item) -> found.addAll(in(path, item)));
    }
    return found;
  }

  private static List<PathOperation> in(String path, JsonElement pathItem) {
    List<PathOperation> found = new ArrayList<>();
    if (pathItem instanceof JsonObject item) {
      for (String method : item.keySet()) {
        if (SpecObject.METHODS.contains(method) && item.get(method) instanceof JsonObject it) {
          found.add(new PathOperation(path, method, item, it));
        }
      }
    }
    return found;
  }

  /** The operationId, empty if it has none. */
  public String id() {
    return operation.get("operationId") instanceof JsonPrimitive id ? id.getAsString() : "";
  }

  public JsonPointer pointer() {
    return itemPointer().child(method);
  }

  private JsonPointer itemPointer() {
    return JsonPointer.of("paths", path);
  }

  /** The parameters of the path, then those of the operation, references resolved. */
  List<Parameter> parameters(JsonObject spec) {
    List<Parameter> all = new ArrayList<>();
    all.addAll(parameters(spec, itemPointer(), item));
    all.addAll(parameters(spec, pointer(), operation));
    return all;
  }

  /** The parameters that count: an operation's own replaces one of the path with the same name. */
  public List<Parameter> effectiveParameters(JsonObject spec) {
    Map<String, Parameter> byKey = new LinkedHashMap<>();
    parameters(spec).forEach(parameter -> byKey.put(parameter.key(), parameter));
    return List.copyOf(byKey.values());
  }

  private static List<Parameter> parameters(
      JsonObject spec, JsonPointer owner, JsonObject ownerObject) {
    List<Parameter> found = new ArrayList<>();
    if (ownerObject.get("parameters") instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof JsonObject object) {
          JsonPointer pointer = owner.child("parameters").child(i);
          found.add(new Parameter(pointer, Reference.resolve(spec, object)));
        }
      }
    }
    return found;
  }

  /**
   * A parameter where it is used.
   *
   * @param pointer where it, or the reference to it, stands
   * @param object its definition
   */
  public record Parameter(JsonPointer pointer, JsonObject object) {

    public String name() {
      return text("name");
    }

    public String location() {
      return text("in");
    }

    /** What makes it the same parameter. */
    public String key() {
      return location() + " parameter " + name();
    }

    public boolean isRequired() {
      return object.get("required") instanceof JsonPrimitive required && required.getAsBoolean();
    }

    private String text(String key) {
      return object.get(key) instanceof JsonPrimitive text ? text.getAsString() : "";
    }
  }
}

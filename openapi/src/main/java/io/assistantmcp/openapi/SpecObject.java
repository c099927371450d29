package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of object that an OpenAPI document is made of, and which stands where. What a key means
 * depends on it: {@code description} is prose in a schema and a name among {@code properties}, and
 * {@code $ref} inside {@code default} is data. Examples, links and callbacks are not listed, since
 * no tool is made of them.
 */
enum SpecObject {
  DOCUMENT,
  INFO,
  SERVER,
  SERVER_VARIABLE,
  PATH_ITEM,
  OPERATION,
  PARAMETER,
  REQUEST_BODY,
  MEDIA_TYPE,
  ENCODING,
  RESPONSE,
  SCHEMA,
  DISCRIMINATOR,
  COMPONENTS,
  SECURITY_SCHEME,
  OAUTH_FLOW;

  static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final Map<SpecObject, Children> CHILDREN = grammar();

  private static Map<SpecObject, Children> grammar() {
    Map<SpecObject, Children> grammar = new EnumMap<>(SpecObject.class);
    grammar.put(
        DOCUMENT,
        new Children()
            .one(INFO, "info")
            .list(SERVER, "servers")
            .map(PATH_ITEM, "paths")
            .one(COMPONENTS, "components"));
    grammar.put(SERVER, new Children().map(SERVER_VARIABLE, "variables"));
    grammar.put(
        PATH_ITEM,
        new Children()
            .list(SERVER, "servers")
            .list(PARAMETER, "parameters")
            .one(OPERATION, METHODS.toArray(String[]::new)));
    grammar.put(
        OPERATION,
        new Children()
            .list(SERVER, "servers")
            .list(PARAMETER, "parameters")
            .one(REQUEST_BODY, "requestBody")
            .map(RESPONSE, "responses"));
    grammar.put(SCHEMA, schema());
    grammar.put(COMPONENTS, components());
    grammar.put(SECURITY_SCHEME, new Children().map(OAUTH_FLOW, "flows"));
    putContents(grammar);
    return grammar;
  }

  private static void putContents(Map<SpecObject, Children> grammar) {
    grammar.put(PARAMETER, new Children().one(SCHEMA, "schema").map(MEDIA_TYPE, "content"));
    grammar.put(REQUEST_BODY, new Children().map(MEDIA_TYPE, "content"));
    grammar.put(MEDIA_TYPE, new Children().one(SCHEMA, "schema").map(ENCODING, "encoding"));
    grammar.put(ENCODING, new Children().map(PARAMETER, "headers"));
    grammar.put(RESPONSE, new Children().map(PARAMETER, "headers").map(MEDIA_TYPE, "content"));
  }

  private static Children components() {
    return new Children()
        .map(SCHEMA, "schemas")
        .map(RESPONSE, "responses")
        .map(PARAMETER, "parameters", "headers")
        .map(REQUEST_BODY, "requestBodies")
        .map(SECURITY_SCHEME, "securitySchemes")
        .map(PATH_ITEM, "pathItems");
  }

  private static Children schema() {
    return new Children()
        .map(SCHEMA, "properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
        .list(SCHEMA, "allOf", "anyOf", "oneOf", "prefixItems")
        .one(SCHEMA, "items", "additionalProperties", "not", "if", "then", "else", "contains")
        .one(SCHEMA, "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema")
        .one(DISCRIMINATOR, "discriminator");
  }

  /** Where objects of this kind hold others. */
  List<Child> children() {
    return CHILDREN.getOrDefault(this, new Children()).all;
  }

  /** Visits an object of this kind, then all in it. The visitor may change what it is shown. */
  void walk(JsonPointer pointer, JsonObject object, Visitor visitor) {
    visitor.visit(this, pointer, object);
    for (Child child : children()) {
      child.in(pointer, object).forEach((at, value) -> child.kind().walk(at, value, visitor));
    }
  }

  @FunctionalInterface
  interface Visitor {
    void visit(SpecObject kind, JsonPointer pointer, JsonObject object);
  }

  /** How a key holds objects: itself one, a list of them, or by names of the author's choice. */
  enum Form {
    ONE,
    LIST,
    MAP
  }

  record Child(String key, Form form, SpecObject kind) {

    /** The objects that a parent holds under this key, as far as they are objects. */
    Map<JsonPointer, JsonObject> in(JsonPointer parentPointer, JsonObject parent) {
      JsonElement value = parent.get(key);
      JsonPointer pointer = parentPointer.child(key);
      Map<JsonPointer, JsonObject> found = new LinkedHashMap<>();
      if (form == Form.ONE) {
        put(found, pointer, value);
      } else if (form == Form.LIST && value instanceof JsonArray array) {
        for (int i = 0; i < array.size(); i++) {
          put(found, pointer.child(i), array.get(i));
        }
      } else if (form == Form.MAP && value instanceof JsonObject map) {
        map.asMap().forEach((name, item) -> put(found, pointer.child(name), item));
      }
      return found;
    }

    private static void put(
        Map<JsonPointer, JsonObject> found, JsonPointer pointer, JsonElement value) {
      if (value instanceof JsonObject object) {
        found.put(pointer, object);
      }
    }
  }

  /** The children of one kind, being listed. */
  private static final class Children {
    private final List<Child> all = new ArrayList<>();

    Children one(SpecObject kind, String... keys) {
      return add(Form.ONE, kind, keys);
    }

    Children list(SpecObject kind, String... keys) {
      return add(Form.LIST, kind, keys);
    }

    Children map(SpecObject kind, String... keys) {
      return add(Form.MAP, kind, keys);
    }

    private Children add(Form form, SpecObject kind, String... keys) {
      Arrays.stream(keys).map(key -> new Child(key, form, kind)).forEach(all::add);
      return this;
    }
  }
}

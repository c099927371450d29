package io.assistantmcp.engine.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of a document, read more strictly than they are written: an object has no property
 * that they do not name. The document leaves that open nearly everywhere, so that a misspelt field
 * would pass.
 */
public final class ClosedSchemas {

  private static final String BASE = "closed:/document";
  private static final String CLOSED = "unevaluatedProperties";
  private static final Set<String> ONE = Set.of("items", "additionalProperties");
  private static final Set<String> PARTS = Set.of("allOf", "anyOf", "oneOf");

  private final Validator validator =
      new ValidatorFactory()
          .withJsonNodeFactory(new GsonNode.Factory())
          .withDisabledSchemaValidation(true)
          .createValidator();

  /**
   * @param document an OpenAPI document whose {@code nullable} was made a choice of null
   */
  public ClosedSchemas(JsonObject document) {
    JsonObject schemas = document.getAsJsonObject("components").getAsJsonObject("schemas");
    JsonObject open = new JsonObject();
    JsonObject values = new JsonObject();
    for (Map.Entry<String, JsonElement> schema : schemas.entrySet()) {
      open.add(schema.getKey(), part(schema.getValue()));
      JsonObject reference = new JsonObject();
      reference.addProperty("$ref", reference(schema.getKey()));
      values.add(schema.getKey(), value(reference));
    }
    JsonObject components = new JsonObject();
    components.add("schemas", open);
    JsonObject closed = new JsonObject();
    closed.add("components", components);
    closed.add("values", values);
    validator.registerSchema(URI.create(BASE), closed);
  }

  /** How documents refer to a schema. */
  public static String reference(String name) {
    return "#/components/schemas/" + name;
  }

  /** What is wrong with a value of a schema. */
  public List<Error> errors(String name, JsonElement value) {
    return validator.validate(URI.create(BASE + "#/values/" + name), value).getErrors();
  }

  /** A schema for a whole value, which has to name all of its properties. */
  private static JsonElement value(JsonElement schema) {
    JsonElement part = part(schema);
    if (part instanceof JsonObject object) {
      object.addProperty(CLOSED, false);
    }
    return part;
  }

  /** A schema that may be one of several for the same value. */
  private static JsonElement part(JsonElement schema) {
    if (!(schema instanceof JsonObject object)) {
      return schema;
    }
    JsonObject part = new JsonObject();
    object.asMap().forEach((keyword, value) -> part.add(keyword, closed(keyword, value)));
    boolean anything = "object".equals(text(object, "type")) && !object.has("properties");
    if (anything && PARTS.stream().noneMatch(object::has) && !object.has("additionalProperties")) {
      part.addProperty("additionalProperties", true);
    }
    return part;
  }

  private static JsonElement closed(String keyword, JsonElement value) {
    if (keyword.equals("properties")) {
      JsonObject properties = new JsonObject();
      value.getAsJsonObject().asMap().forEach((name, of) -> properties.add(name, value(of)));
      return properties;
    }
    if (PARTS.contains(keyword)) {
      JsonArray parts = new JsonArray();
      value.getAsJsonArray().forEach(part -> parts.add(part(part)));
      return parts;
    }
    return ONE.contains(keyword) ? value(value) : value.deepCopy();
  }

  private static String text(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonPrimitive()
        ? object.get(name).getAsString()
        : "";
  }
}

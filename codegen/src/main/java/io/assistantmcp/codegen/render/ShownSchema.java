package io.assistantmcp.codegen.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.codegen.plan.Shape;
import io.assistantmcp.codegen.plan.Shape.Choice;
import io.assistantmcp.codegen.plan.Shape.Flag;
import io.assistantmcp.codegen.plan.Shape.Numeric;
import io.assistantmcp.codegen.plan.Shape.Sequence;
import io.assistantmcp.codegen.plan.Shape.Structure;
import io.assistantmcp.codegen.plan.Shape.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A shape as the JSON Schema that clients are shown: one type per node, nothing but {@code anyOf}
 * to choose, and nothing beside it.
 */
final class ShownSchema {

  private ShownSchema() {}

  /** The schema of a tool's arguments, with properties and required even if they are empty. */
  static JsonObject root(Structure arguments) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", properties(arguments));
    schema.add("required", required(arguments));
    return schema;
  }

  private static JsonObject of(Shape shape) {
    if (shape instanceof Choice choice) {
      return choice(choice);
    }
    JsonObject schema = new JsonObject();
    type(shape, schema);
    if (!shape.description().isEmpty()) {
      schema.addProperty("description", shape.description());
    }
    if (shape instanceof Text text && !text.values().isEmpty()) {
      JsonArray values = new JsonArray();
      text.values().forEach(values::add);
      schema.add("enum", values);
    } else if (shape instanceof Numeric number) {
      number.minimum().ifPresent(limit -> schema.addProperty("minimum", limit));
      number.maximum().ifPresent(limit -> schema.addProperty("maximum", limit));
    } else if (shape instanceof Sequence list) {
      schema.add("items", of(list.items()));
    } else if (shape instanceof Structure structure) {
      members(structure, schema);
    }
    return schema;
  }

  private static void type(Shape shape, JsonObject schema) {
    if (shape instanceof Text) {
      schema.addProperty("type", "string");
    } else if (shape instanceof Numeric number) {
      schema.addProperty("type", number.integer() ? "integer" : "number");
    } else if (shape instanceof Flag) {
      schema.addProperty("type", "boolean");
    } else if (shape instanceof Sequence) {
      schema.addProperty("type", "array");
    } else if (shape instanceof Structure) {
      schema.addProperty("type", "object");
    }
  }

  /** Gemini refuses keywords beside anyOf, so the first branch without a phrase says it. */
  private static JsonObject choice(Choice choice) {
    List<Shape> branches = new ArrayList<>(choice.branches());
    for (int i = 0; i < branches.size() && !choice.description().isEmpty(); i++) {
      if (branches.get(i).description().isEmpty()) {
        branches.set(i, branches.get(i).described(choice.description()));
        break;
      }
    }
    JsonArray anyOf = new JsonArray();
    branches.forEach(branch -> anyOf.add(of(branch)));
    JsonObject schema = new JsonObject();
    schema.add("anyOf", anyOf);
    return schema;
  }

  private static void members(Structure structure, JsonObject schema) {
    if (!structure.properties().isEmpty()) {
      schema.add("properties", properties(structure));
      if (!structure.required().isEmpty()) {
        schema.add("required", required(structure));
      }
    } else {
      structure.others().ifPresent(values -> schema.add("additionalProperties", of(values)));
    }
  }

  private static JsonObject properties(Structure structure) {
    JsonObject properties = new JsonObject();
    structure.properties().forEach((name, shape) -> properties.add(name, of(shape)));
    return properties;
  }

  private static JsonArray required(Structure structure) {
    JsonArray required = new JsonArray();
    structure.required().forEach(required::add);
    return required;
  }
}

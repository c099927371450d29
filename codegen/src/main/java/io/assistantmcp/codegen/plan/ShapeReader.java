package io.assistantmcp.codegen.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.codegen.plan.Shape.Anything;
import io.assistantmcp.codegen.plan.Shape.Flag;
import io.assistantmcp.codegen.plan.Shape.Numeric;
import io.assistantmcp.codegen.plan.Shape.Sequence;
import io.assistantmcp.codegen.plan.Shape.Structure;
import io.assistantmcp.codegen.plan.Shape.Text;
import io.assistantmcp.codegen.spec.SpecProblems;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a resolved schema. */
final class ShapeReader {

  private final SpecProblems problems;
  private final JsonPointer owner;

  /**
   * @param problems where to tell what has no shape
   * @param owner the parameter or body whose schema is read
   */
  ShapeReader(SpecProblems problems, JsonPointer owner) {
    this.problems = problems;
    this.owner = owner;
  }

  Shape read(JsonElement element) {
    if (!(element instanceof JsonObject schema)) {
      return new Anything("");
    }
    String description = string(schema.get("description"));
    Shape shape = own(schema);
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.get(choice) instanceof JsonArray branches) {
        shape = both(shape, union(branches));
      }
    }
    if (schema.get("allOf") instanceof JsonArray members) {
      for (JsonElement member : members) {
        shape = both(shape, read(member));
      }
    }
    return description.isEmpty() ? shape : shape.described(description);
  }

  private Shape both(Shape a, Shape b) {
    return Intersection.of(a, b)
        .orElseGet(
            () -> {
              problems.report(
                  owner,
                  "asks for " + kind(a) + " and " + kind(b) + " at once, which no value is",
                  "correct its allOf, anyOf or oneOf in overlay.yaml");
              return a;
            });
  }

  private Shape union(JsonArray branches) {
    List<Shape> shapes = new ArrayList<>();
    for (JsonElement branch : branches) {
      if (!isNull(branch)) {
        shapes.add(read(branch));
      }
    }
    return shapes.isEmpty() ? new Anything("") : Union.of(shapes);
  }

  private static boolean isNull(JsonElement branch) {
    return branch instanceof JsonObject schema
        && new JsonPrimitive("null").equals(schema.get("type"));
  }

  /** The shape that the schema's own keywords describe, its combinators aside. */
  private Shape own(JsonObject schema) {
    List<Shape> shapes = types(schema).stream().map(type -> ofType(type, schema)).toList();
    return shapes.isEmpty() ? new Anything("") : Union.of(shapes);
  }

  private static Set<String> types(JsonObject schema) {
    Set<String> types = new LinkedHashSet<>();
    if (schema.get("type") instanceof JsonArray several) {
      several.forEach(type -> types.add(type.getAsString()));
    } else if (schema.has("type")) {
      types.add(schema.get("type").getAsString());
    } else if (schema.has("properties") || schema.has("required")) {
      types.add("object");
    } else if (schema.has("items")) {
      types.add("array");
    } else {
      Enumeration.of(schema).forEach(value -> types.add(Enumeration.type(value)));
    }
    types.remove("null");
    return types;
  }

  private Shape ofType(String type, JsonObject schema) {
    return switch (type) {
      case "string" -> new Text("", Enumeration.strings(schema));
      case "integer", "number" ->
          new Numeric(
              Enumeration.numbersInWords(schema),
              type.equals("integer"),
              number(schema.get("minimum")),
              number(schema.get("maximum")));
      case "boolean" -> new Flag("");
      case "array" ->
          new Sequence("", schema.has("items") ? read(schema.get("items")) : new Anything(""));
      case "object" -> structure(schema);
      default -> throw new IllegalArgumentException("The reader let the type " + type + " pass");
    };
  }

  private Structure structure(JsonObject schema) {
    Map<String, Shape> properties = new LinkedHashMap<>();
    if (schema.get("properties") instanceof JsonObject named) {
      named.asMap().forEach((name, property) -> properties.put(name, read(property)));
    }
    Set<String> required = new LinkedHashSet<>();
    if (schema.get("required") instanceof JsonArray names) {
      names.forEach(name -> required.add(name.getAsString()));
    }
    Optional<Shape> others =
        schema.get("additionalProperties") instanceof JsonObject values && !values.isEmpty()
            ? Optional.of(read(values))
            : Optional.empty();
    return new Structure("", properties, required, others);
  }

  private static Optional<Number> number(@Nullable JsonElement limit) {
    return Optional.ofNullable(limit).map(JsonElement::getAsNumber);
  }

  private static String string(@Nullable JsonElement text) {
    return text == null ? "" : text.getAsString().strip();
  }

  private static String kind(Shape shape) {
    return shape.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}

package io.assistantmcp.codegen.plan;

import io.assistantmcp.codegen.plan.Shape.Anything;
import io.assistantmcp.codegen.plan.Shape.Choice;
import io.assistantmcp.codegen.plan.Shape.Numeric;
import io.assistantmcp.codegen.plan.Shape.Sequence;
import io.assistantmcp.codegen.plan.Shape.Structure;
import io.assistantmcp.codegen.plan.Shape.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A shape for what two shapes both admit. */
final class Intersection {

  private Intersection() {}

  /** The intersection, or empty if no kind of value is admitted by both. */
  static Optional<Shape> of(Shape a, Shape b) {
    if (a instanceof Anything) {
      return Optional.of(describedBy(a, b));
    }
    if (b instanceof Anything) {
      return Optional.of(describedBy(b, a));
    }
    if (a instanceof Choice choice) {
      return ofBranches(choice, b);
    }
    if (b instanceof Choice choice) {
      return ofBranches(choice, a);
    }
    return a.getClass() == b.getClass() ? ofOneKind(a, b) : Optional.empty();
  }

  private static Shape describedBy(Shape teller, Shape shape) {
    return shape.description().isEmpty() ? shape.described(teller.description()) : shape;
  }

  private static Optional<Shape> ofBranches(Choice choice, Shape other) {
    List<Shape> admitted =
        choice.branches().stream().flatMap(branch -> of(branch, other).stream()).toList();
    return admitted.isEmpty() ? Optional.empty() : Optional.of(Union.of(admitted));
  }

  private static Optional<Shape> ofOneKind(Shape a, Shape b) {
    String description = a.description().isEmpty() ? b.description() : a.description();
    if (a instanceof Text x && b instanceof Text y) {
      return text(description, x, y);
    }
    if (a instanceof Numeric x && b instanceof Numeric y) {
      // The looser limits will do: a shape may admit more than its schema.
      return Optional.of(
          new Numeric(
              description,
              x.integer() || y.integer(),
              x.minimum().or(y::minimum),
              x.maximum().or(y::maximum)));
    }
    if (a instanceof Sequence x && b instanceof Sequence y) {
      return of(x.items(), y.items()).map(items -> new Sequence(description, items));
    }
    if (a instanceof Structure x && b instanceof Structure y) {
      return structure(description, x, y);
    }
    return Optional.of(a.described(description));
  }

  private static Optional<Shape> text(String description, Text a, Text b) {
    if (a.values().isEmpty() || b.values().isEmpty()) {
      return Optional.of(new Text(description, a.values().isEmpty() ? b.values() : a.values()));
    }
    Set<String> values = new LinkedHashSet<>(a.values());
    values.retainAll(b.values());
    return values.isEmpty() ? Optional.empty() : Optional.of(new Text(description, values));
  }

  private static Optional<Shape> structure(String description, Structure a, Structure b) {
    Map<String, Shape> properties = new LinkedHashMap<>(a.properties());
    for (Map.Entry<String, Shape> entry : b.properties().entrySet()) {
      Shape known = properties.get(entry.getKey());
      Shape both = known == null ? entry.getValue() : of(known, entry.getValue()).orElse(null);
      if (both == null) {
        return Optional.empty();
      }
      properties.put(entry.getKey(), both);
    }
    Set<String> required = new LinkedHashSet<>(a.required());
    required.addAll(b.required());
    Optional<Shape> others =
        a.others().flatMap(x -> b.others().flatMap(y -> of(x, y))).or(a::others).or(b::others);
    return Optional.of(new Structure(description, properties, required, others));
  }
}

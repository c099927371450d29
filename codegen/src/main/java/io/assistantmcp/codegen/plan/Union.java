package io.assistantmcp.codegen.plan;

import io.assistantmcp.codegen.plan.Shape.Anything;
import io.assistantmcp.codegen.plan.Shape.Choice;
import io.assistantmcp.codegen.plan.Shape.Flag;
import io.assistantmcp.codegen.plan.Shape.Numeric;
import io.assistantmcp.codegen.plan.Shape.Sequence;
import io.assistantmcp.codegen.plan.Shape.Structure;
import io.assistantmcp.codegen.plan.Shape.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The smallest shape that admits what any of several shapes admits.
 *
 * <p>Shapes of one kind melt into one, so that no combinator is needed for them: three objects that
 * differ by their {@code type} become one object whose {@code type} has three values.
 */
final class Union {

  private Union() {}

  /** The union of one or more shapes. */
  static Shape of(List<Shape> shapes) {
    List<Shape> kinds = new ArrayList<>();
    for (Shape shape : shapes) {
      if (shape instanceof Anything) {
        return shape;
      }
      if (shape instanceof Choice choice) {
        choice.branches().forEach(branch -> add(kinds, branch));
      } else {
        add(kinds, shape);
      }
    }
    return kinds.size() == 1 ? kinds.get(0) : new Choice("", List.copyOf(kinds));
  }

  private static void add(List<Shape> kinds, Shape shape) {
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).getClass() == shape.getClass()) {
        kinds.set(i, ofOneKind(kinds.get(i), shape));
        return;
      }
    }
    kinds.add(shape);
  }

  private static Shape ofOneKind(Shape first, Shape second) {
    String description = first.description().isEmpty() ? second.description() : first.description();
    if (first instanceof Text a && second instanceof Text b) {
      return new Text(description, values(a, b));
    }
    if (first instanceof Numeric a && second instanceof Numeric b) {
      return new Numeric(
          description,
          a.integer() && b.integer(),
          Limits.lesser(a.minimum(), b.minimum()),
          Limits.greater(a.maximum(), b.maximum()));
    }
    if (first instanceof Sequence a && second instanceof Sequence b) {
      return new Sequence(description, of(List.of(a.items(), b.items())));
    }
    if (first instanceof Structure a && second instanceof Structure b) {
      return structure(description, a, b);
    }
    return new Flag(description);
  }

  private static Set<String> values(Text a, Text b) {
    if (a.values().isEmpty() || b.values().isEmpty()) {
      return Set.of();
    }
    Set<String> values = new LinkedHashSet<>(a.values());
    values.addAll(b.values());
    return values;
  }

  private static Structure structure(String description, Structure a, Structure b) {
    Map<String, Shape> properties = new LinkedHashMap<>(a.properties());
    b.properties()
        .forEach((name, shape) -> properties.merge(name, shape, (x, y) -> of(List.of(x, y))));
    Set<String> required = new LinkedHashSet<>(a.required());
    required.retainAll(b.required());
    Optional<Shape> others =
        a.others().isPresent() && b.others().isPresent()
            ? Optional.of(of(List.of(a.others().get(), b.others().get())))
            : a.others().or(b::others);
    return new Structure(description, properties, required, others);
  }
}

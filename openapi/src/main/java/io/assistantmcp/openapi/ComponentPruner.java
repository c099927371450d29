package io.assistantmcp.openapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.SpecObject.Child;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Drops the components that no operation reaches, and reports references that lead nowhere. */
final class ComponentPruner implements SpecStep {

  private static final String COMPONENTS = "components";

  private final SpecDocument upstream;
  private final Problems problems;

  ComponentPruner(SpecDocument upstream, Problems problems) {
    this.upstream = upstream;
    this.problems = problems;
  }

  @Override
  public void apply(JsonObject spec) {
    Set<JsonPointer> reached = reach(spec);
    if (spec.get(COMPONENTS) instanceof JsonObject components) {
      for (String section : Set.copyOf(components.keySet())) {
        if (components.get(section) instanceof JsonObject named) {
          named
              .keySet()
              .removeIf(name -> !reached.contains(JsonPointer.of(COMPONENTS, section, name)));
          if (named.isEmpty()) {
            components.remove(section);
          }
        }
      }
      if (components.isEmpty()) {
        spec.remove(COMPONENTS);
      }
    }
  }

  /** The components that can be reached from outside the components, breadth first. */
  private Set<JsonPointer> reach(JsonObject spec) {
    Queue<Reference> open = new ArrayDeque<>();
    SpecObject.Visitor collector =
        (kind, pointer, object) -> open.addAll(Reference.in(kind, pointer, object));
    SpecObject.DOCUMENT.walk(JsonPointer.ROOT, without(spec, COMPONENTS), collector);
    Set<JsonPointer> reached = new HashSet<>();
    for (Reference next = open.poll(); next != null; next = open.poll()) {
      Optional<JsonPointer> component = target(spec, next).flatMap(ComponentPruner::component);
      if (component.isPresent() && reached.add(component.get())) {
        walk(spec, component.get(), collector);
      }
    }
    return reached;
  }

  private static JsonObject without(JsonObject spec, String key) {
    JsonObject rest = new JsonObject();
    spec.asMap().forEach(rest::add);
    rest.remove(key);
    return rest;
  }

  private Optional<JsonPointer> target(JsonObject spec, Reference reference) {
    Optional<JsonPointer> target = reference.inside();
    if (target.isEmpty()) {
      report(reference, "leads out of the document", "include the target upstream");
    } else if (SpecDocument.at(spec, target.get()).isEmpty()) {
      report(reference, "leads nowhere", "correct it upstream or in the overlay");
    }
    return target;
  }

  private void report(Reference reference, String message, String cure) {
    problems.add(upstream.problem(reference.pointer(), reference.target() + " " + message, cure));
  }

  /** The component that a pointer leads to or into. */
  private static Optional<JsonPointer> component(JsonPointer pointer) {
    return pointer.tokens().size() >= 3 && pointer.tokens().get(0).equals(COMPONENTS)
        ? Optional.of(new JsonPointer(pointer.tokens().subList(0, 3)))
        : Optional.empty();
  }

  private static void walk(JsonObject spec, JsonPointer component, SpecObject.Visitor collector) {
    JsonElement value = SpecDocument.at(spec, component).orElse(null);
    if (value instanceof JsonObject object) {
      SpecObject.COMPONENTS.children().stream()
          .filter(child -> child.key().equals(component.tokens().get(1)))
          .map(Child::kind)
          .forEach(kind -> kind.walk(component, object, collector));
    }
  }
}

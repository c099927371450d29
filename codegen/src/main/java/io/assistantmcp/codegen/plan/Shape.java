package io.assistantmcp.codegen.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model needs to know of a schema to fill it in: one kind of value per shape, no null, no
 * reference, no limit but those of numbers.
 *
 * <p>It admits every value that the schema admits, null apart, and some more; those are refused
 * later, by the enforced schema. That is what makes it small, and acceptable to every client.
 */
public sealed interface Shape {

  /** The phrase a model is told, or empty. */
  String description();

  /** The same shape with another phrase. */
  Shape described(String description);

  /**
   * Text.
   *
   * @param description the phrase
   * @param values the only values, or none if any will do
   */
  record Text(String description, Set<String> values) implements Shape {
    @Override
    public Shape described(String text) {
      return new Text(text, values);
    }
  }

  /**
   * A number.
   *
   * @param description the phrase
   * @param integer whether it has to be whole
   * @param minimum the least value, if there is one
   * @param maximum the greatest value, if there is one
   */
  record Numeric(
      String description, boolean integer, Optional<Number> minimum, Optional<Number> maximum)
      implements Shape {
    @Override
    public Shape described(String text) {
      return new Numeric(text, integer, minimum, maximum);
    }
  }

  /**
   * True or false.
   *
   * @param description the phrase
   */
  record Flag(String description) implements Shape {
    @Override
    public Shape described(String text) {
      return new Flag(text);
    }
  }

  /**
   * A list.
   *
   * @param description the phrase
   * @param items what it holds
   */
  record Sequence(String description, Shape items) implements Shape {
    @Override
    public Shape described(String text) {
      return new Sequence(text, items);
    }
  }

  /**
   * An object.
   *
   * @param description the phrase
   * @param properties its known properties
   * @param required those that must be there
   * @param others what any other property holds, if that is said
   */
  record Structure(
      String description,
      Map<String, Shape> properties,
      Set<String> required,
      Optional<Shape> others)
      implements Shape {
    @Override
    public Shape described(String text) {
      return new Structure(text, properties, required, others);
    }
  }

  /**
   * One of several kinds of value.
   *
   * @param description the phrase
   * @param branches two or more shapes, each of another kind
   */
  record Choice(String description, List<Shape> branches) implements Shape {
    @Override
    public Shape described(String text) {
      return new Choice(text, branches);
    }
  }

  /**
   * Any value.
   *
   * @param description the phrase
   */
  record Anything(String description) implements Shape {
    @Override
    public Shape described(String text) {
      return new Anything(text);
    }
  }
}

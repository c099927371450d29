package io.assistantmcp.server.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Arguments in the form the schema validator takes. */
final class Instance {

  // The validator computes with all digits of a number, and 1e1000000000 has a billion of them.
  private static final int MAX_EXPONENT = 400;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Set<String> problems;

  /**
   * @param problems where to tell what no validator could take
   */
  Instance(Set<String> problems) {
    this.problems = problems;
  }

  JsonNode of(Object arguments) {
    return node("", arguments);
  }

  private JsonNode node(String pointer, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      ObjectNode node = NODES.objectNode();
      object.forEach(
          (name, member) -> node.set(name.toString(), node(Pointer.child(pointer, name), member)));
      return node;
    }
    if (value instanceof List<?> list) {
      ArrayNode node = NODES.arrayNode();
      for (int i = 0; i < list.size(); i++) {
        node.add(node(Pointer.child(pointer, i), list.get(i)));
      }
      return node;
    }
    if (value instanceof Number number) {
      return number(pointer, new BigDecimal(number.toString()));
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    return value == null ? NODES.nullNode() : NODES.stringNode(value.toString());
  }

  /** JSON knows one kind of number: 20, 20.0 and 2e1 are the same integer. */
  private JsonNode number(String pointer, BigDecimal value) {
    if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
      problems.add(pointer + ": is a number beyond anything the API can hold");
      return NODES.numberNode(0);
    }
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() > 0
        ? NODES.numberNode(value)
        : NODES.numberNode(plain.toBigIntegerExact());
  }
}

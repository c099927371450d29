package io.assistantmcp.server.call;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments in the form the schema validator takes. */
final class Instance {

  // The validator computes with all digits of a number, and 1e1000000000 has a billion of them.
  private static final int MAX_EXPONENT = 400;

  private final Collection<String> problems;

  /**
   * @param problems where to tell what no validator could take
   */
  Instance(Collection<String> problems) {
    this.problems = problems;
  }

  JsonElement of(Object arguments) {
    return node("", arguments);
  }

  private JsonElement node(String pointer, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      JsonObject node = new JsonObject();
      object.forEach(
          (name, member) -> node.add(name.toString(), node(Pointer.child(pointer, name), member)));
      return node;
    }
    if (value instanceof List<?> list) {
      JsonArray node = new JsonArray(list.size());
      for (int i = 0; i < list.size(); i++) {
        node.add(node(Pointer.child(pointer, i), list.get(i)));
      }
      return node;
    }
    if (value instanceof Number number) {
      return number(pointer, new BigDecimal(number.toString()));
    }
    if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    }
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value.toString());
  }

  private JsonElement number(String pointer, BigDecimal value) {
    if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
      problems.add(pointer + ": is a number beyond anything the API can hold");
      return new JsonPrimitive(0);
    }
    return new JsonPrimitive(value);
  }
}

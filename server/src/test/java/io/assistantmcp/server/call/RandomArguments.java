package io.assistantmcp.server.call;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Values that a schema allows, made up at random but the same for the same seed. */
final class RandomArguments {

  private static final List<String> TEXTS =
      List.of("", " ", "a", "null", "0.10", "\"quoted\\\"", "<&>'</script>", "é\u2028\uD83D\uDE00");
  private static final String CHARACTERS = "aZ09 \t\n\u0000\u007f/\\\"%&=+#?{}[]~éß漢\u2028\uFEFF";
  private static final String ID = "aZ09_-";
  private static final int DEEPEST = 3;
  private static final int LONGEST = 100;

  private final Random random;

  RandomArguments(long seed) {
    this.random = new Random(seed);
  }

  /** Arguments for a tool with this schema. */
  JsonObject of(String schema) {
    return value(JsonParser.parseString(schema).getAsJsonObject(), 0).getAsJsonObject();
  }

  private JsonElement value(JsonObject schema, int depth) {
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        JsonObject branch = pick(schema.getAsJsonArray(choice)).getAsJsonObject();
        return schema.has("properties")
            ? object(only(branch, schema, choice), depth)
            : value(branch, depth);
      }
    }
    if (schema.has("enum")) {
      return pick(schema.getAsJsonArray("enum"));
    }
    JsonElement type = schema.get("type");
    if (type == null) {
      return anything(depth);
    }
    String name =
        type.isJsonArray() ? pick(type.getAsJsonArray()).getAsString() : type.getAsString();
    return switch (name) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> new JsonPrimitive(string(schema));
      case "integer" -> number(schema, 0);
      case "number" -> number(schema, 1 + random.nextInt(4));
      case "boolean" -> new JsonPrimitive(random.nextBoolean());
      case "null" -> JsonNull.INSTANCE;
      default -> throw new AssertionError("a type that is not known here: " + name);
    };
  }

  /** A schema whose branches each require a property, with that of one branch alone. */
  private static JsonObject only(JsonObject branch, JsonObject schema, String choice) {
    JsonObject only = schema.deepCopy();
    for (JsonElement other : schema.getAsJsonArray(choice)) {
      if (!other.equals(branch)) {
        other
            .getAsJsonObject()
            .getAsJsonArray("required")
            .forEach(name -> only.getAsJsonObject("properties").remove(name.getAsString()));
      }
    }
    JsonArray required =
        schema.has("required") ? schema.getAsJsonArray("required") : new JsonArray();
    required = required.deepCopy();
    required.addAll(branch.getAsJsonArray("required"));
    only.add("required", required);
    return only;
  }

  private JsonObject object(JsonObject schema, int depth) {
    JsonObject object = new JsonObject();
    if (schema.has("properties")) {
      JsonArray required =
          schema.has("required") ? schema.getAsJsonArray("required") : new JsonArray();
      schema
          .getAsJsonObject("properties")
          .asMap()
          .forEach(
              (name, property) -> {
                if (required.contains(new JsonPrimitive(name)) || random.nextBoolean()) {
                  object.add(name, value(property.getAsJsonObject(), depth + 1));
                }
              });
      return object;
    }
    JsonElement others = schema.get("additionalProperties");
    for (int i = random.nextInt(4); i > 0; i--) {
      object.add(
          text(random.nextInt(20)),
          others instanceof JsonObject form ? value(form, depth + 1) : anything(depth + 1));
    }
    return object;
  }

  private JsonArray array(JsonObject schema, int depth) {
    int least = schema.has("minItems") ? schema.get("minItems").getAsInt() : 0;
    int most = schema.has("maxItems") ? schema.get("maxItems").getAsInt() : 3;
    JsonArray array = new JsonArray();
    for (int i = least + random.nextInt(Math.min(3, most - least) + 1); i > 0; i--) {
      array.add(value(schema.getAsJsonObject("items"), depth + 1));
    }
    return array;
  }

  private String string(JsonObject schema) {
    if (schema.has("pattern")) {
      return characters(ID, 1 + random.nextInt(128));
    }
    int most = schema.has("maxLength") ? schema.get("maxLength").getAsInt() : LONGEST;
    String text =
        random.nextInt(4) == 0 ? pick(TEXTS) : text(random.nextInt(Math.min(most, LONGEST) + 1));
    return text.length() <= most ? text : text.substring(0, most);
  }

  private JsonPrimitive number(JsonObject schema, int decimals) {
    long least = schema.has("minimum") ? schema.get("minimum").getAsLong() : -1_000_000_000_000L;
    long most = schema.has("maximum") ? schema.get("maximum").getAsLong() : 1_000_000_000_000L;
    long whole = least + (long) (random.nextDouble() * (most - least + 1));
    BigDecimal value = BigDecimal.valueOf(whole).setScale(decimals);
    if (decimals > 0 && whole < most) {
      value = value.add(BigDecimal.valueOf(random.nextInt(10), decimals));
    }
    return new JsonPrimitive(new LazilyParsedNumber(value.toPlainString()));
  }

  private JsonElement anything(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> number(new JsonObject(), random.nextInt(5));
      case 3 -> new JsonPrimitive(text(random.nextInt(30)));
      case 4 -> object(new JsonObject(), depth);
      default -> {
        JsonArray array = new JsonArray();
        array.add(anything(depth + 1));
        yield array;
      }
    };
  }

  private String text(int length) {
    return characters(CHARACTERS, length);
  }

  private String characters(String from, int length) {
    return random
        .ints(length, 0, from.length())
        .mapToObj(i -> from.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private JsonElement pick(JsonArray choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

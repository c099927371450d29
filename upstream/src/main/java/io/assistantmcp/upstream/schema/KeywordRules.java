package io.assistantmcp.upstream.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it means that one keyword of a schema has another value, or is new, or gone. */
final class KeywordRules {

  private static final Set<String> LOWER_LIMITS =
      Set.of(
          "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains");
  private static final Set<String> UPPER_LIMITS =
      Set.of(
          "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains");

  private KeywordRules() {}

  static List<SchemaChange> compare(
      String keyword, @Nullable JsonElement older, @Nullable JsonElement newer) {
    if (keyword.equals("enum") || keyword.equals("const")) {
      return List.of(); // Forms compares values.
    }
    if (older != null && older.equals(newer)) {
      return List.of();
    }
    Kind kind = kind(keyword, older, newer);
    String name = kind.words().equals(keyword) ? "" : "`" + keyword + "` ";
    return List.of(new SchemaChange("", kind, name + shown(older) + " → " + shown(newer)));
  }

  private static Kind kind(
      String keyword, @Nullable JsonElement older, @Nullable JsonElement newer) {
    if (keyword.equals("default")) {
      return Kind.DEFAULT;
    }
    if (keyword.equals("format")) {
      return Kind.FORMAT;
    }
    boolean lower = LOWER_LIMITS.contains(keyword);
    if ((lower || UPPER_LIMITS.contains(keyword)) && isNumber(older) && isNumber(newer)) {
      boolean rises =
          newer != null && (older == null || number(newer).compareTo(number(older)) > 0);
      boolean tighter = older == null || newer != null && rises == lower;
      return tighter ? Kind.LIMIT_TIGHTENED : Kind.LIMIT_LOOSENED;
    }
    if (older == null) {
      return Kind.RULE_ADDED;
    }
    return newer == null ? Kind.RULE_REMOVED : Kind.RULE_CHANGED;
  }

  private static boolean isNumber(@Nullable JsonElement limit) {
    return limit == null || limit instanceof JsonPrimitive value && value.isNumber();
  }

  private static BigDecimal number(JsonElement limit) {
    return new BigDecimal(limit.getAsString());
  }

  private static String shown(@Nullable JsonElement value) {
    if (value == null) {
      return "none";
    }
    return value.isJsonPrimitive() ? "`" + value.getAsString() + "`" : "`…`";
  }
}

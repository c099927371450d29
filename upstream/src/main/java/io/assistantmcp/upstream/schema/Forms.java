package io.assistantmcp.upstream.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which form of an older schema is which of a newer one.
 *
 * @param pairs forms that are there before and after
 * @param changes what can be told without looking into them; without paths
 */
record Forms(List<Pair> pairs, List<SchemaChange> changes) {

  /** A form before and after. */
  record Pair(JsonObject older, JsonObject newer) {}

  static Forms match(List<JsonObject> before, List<JsonObject> after) {
    List<SchemaChange> changes = new ArrayList<>();
    boolean wasNullable = before.stream().anyMatch(Forms::admitsNull);
    boolean isNullable = after.stream().anyMatch(Forms::admitsNull);
    if (wasNullable != isNullable) {
      changes.add(change(isNullable ? Kind.NULL_ADDED : Kind.NULL_REMOVED, ""));
    }
    List<JsonObject> left = withoutNull(before);
    List<JsonObject> right = withoutNull(after);
    FormValues values = FormValues.take(left, right);
    changes.addAll(values.changes());
    List<Pair> pairs = new ArrayList<>();
    if (left.size() == 1 && right.size() == 1) {
      pair(left.get(0), right.get(0), pairs, changes);
    } else {
      matchMany(left, right, pairs, changes);
    }
    return new Forms(pairs, changes);
  }

  private static void pair(
      JsonObject older, JsonObject newer, List<Pair> pairs, List<SchemaChange> changes) {
    String from = type(older);
    String to = type(newer);
    if (from.equals("integer") && to.equals("number")) {
      changes.add(change(Kind.TYPE_WIDENED, from + " → " + to));
    } else if (from.equals("number") && to.equals("integer")) {
      changes.add(change(Kind.TYPE_NARROWED, from + " → " + to));
    } else if (!from.equals(to)) {
      Kind kind =
          from.isEmpty() ? Kind.TYPE_NARROWED : to.isEmpty() ? Kind.TYPE_WIDENED : Kind.RETYPED;
      changes.add(change(kind, orAny(from) + " → " + orAny(to)));
      return;
    }
    pairs.add(new Pair(older, newer));
  }

  private static void matchMany(
      List<JsonObject> left, List<JsonObject> right, List<Pair> pairs, List<SchemaChange> changes) {
    List<JsonObject> rest = new ArrayList<>(right);
    List<JsonObject> gone = new ArrayList<>();
    for (JsonObject older : left) {
      JsonObject newer = closest(older, rest);
      if (newer == null) {
        gone.add(older);
      } else {
        rest.removeIf(form -> form == newer);
        pairs.add(new Pair(older, newer));
      }
    }
    rest.forEach(form -> changes.add(change(Kind.FORM_ADDED, name(form))));
    gone.forEach(form -> changes.add(change(Kind.FORM_REMOVED, name(form))));
  }

  private static @Nullable JsonObject closest(JsonObject older, List<JsonObject> candidates) {
    if (candidates.contains(older)) {
      return candidates.get(candidates.indexOf(older));
    }
    return candidates.stream()
        .filter(newer -> name(newer).equals(name(older)))
        .findFirst()
        .orElse(null);
  }

  /** What a form is called: its type, and what its {@code type} field says if there is one. */
  private static String name(JsonObject form) {
    String type = orAny(type(form));
    if (form.get("properties") instanceof JsonObject properties) {
      for (String field : List.of("type", "object", "role")) {
        if (properties.get(field) instanceof JsonObject tag && values(tag).size() == 1) {
          return type + " with " + field + " " + FormValues.shown(values(tag));
        }
      }
    }
    if (form.get("items") instanceof JsonObject items && !type(items).isEmpty()) {
      return type + " of " + type(items);
    }
    return type;
  }

  static String type(JsonObject form) {
    if (form.get("type") instanceof JsonPrimitive type) {
      return type.getAsString();
    }
    if (form.has("properties")) {
      return "object";
    }
    return form.has("items") ? "array" : "";
  }

  private static String orAny(String type) {
    return type.isEmpty() ? "anything" : type;
  }

  static Set<JsonElement> values(JsonObject form) {
    Set<JsonElement> values = new LinkedHashSet<>();
    if (form.has("const")) {
      values.add(form.get("const"));
    } else if (form.get("enum") instanceof JsonArray listed) {
      listed.forEach(values::add);
    }
    values.removeIf(JsonElement::isJsonNull);
    return values;
  }

  private static boolean admitsNull(JsonObject form) {
    return type(form).equals("null");
  }

  private static List<JsonObject> withoutNull(List<JsonObject> forms) {
    return new ArrayList<>(forms.stream().filter(form -> !admitsNull(form)).toList());
  }

  static SchemaChange change(Kind kind, String detail) {
    return new SchemaChange("", kind, detail);
  }
}

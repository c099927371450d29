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

/** Finds what two schemas differ in, property by property. */
public final class SchemaComparison {

  // Deeper than any schema that a tool has; a recursive one ends here.
  private static final int DEEPEST = 12;

  private static final Set<String> STRUCTURE =
      Set.of("type", "properties", "required", "items", "additionalProperties");

  private final Side before;
  private final Side after;
  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaComparison(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The differences, in the order of the newer schema.
   *
   * @param before the document of the older schema
   * @param after the document of the newer one
   */
  public static List<SchemaChange> of(
      Side before, @Nullable JsonElement older, Side after, @Nullable JsonElement newer) {
    SchemaComparison comparison = new SchemaComparison(before, after);
    comparison.compare("", orAny(older), orAny(newer), 0);
    return List.copyOf(new LinkedHashSet<>(comparison.changes));
  }

  private static JsonElement orAny(@Nullable JsonElement schema) {
    return schema == null ? new JsonObject() : schema;
  }

  private void compare(String path, JsonElement older, JsonElement newer, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    Forms pairs = Forms.match(before.forms(older), after.forms(newer));
    pairs.changes().forEach(change -> add(path, change.kind(), change.detail()));
    for (Forms.Pair pair : pairs.pairs()) {
      compareForms(path, pair.older(), pair.newer(), depth);
    }
  }

  private void compareForms(String path, JsonObject older, JsonObject newer, int depth) {
    compareProperties(path, older, newer, depth);
    compareOthers(path, older, newer, depth);
    if (older.has("items") || newer.has("items")) {
      compare(path + "[]", orAny(older.get("items")), orAny(newer.get("items")), depth + 1);
    }
    Set<String> keywords = new LinkedHashSet<>(newer.keySet());
    keywords.addAll(older.keySet());
    keywords.removeAll(STRUCTURE);
    for (String keyword : keywords) {
      KeywordRules.compare(keyword, older.get(keyword), newer.get(keyword))
          .forEach(change -> add(path, change.kind(), change.detail()));
    }
  }

  private void compareProperties(String path, JsonObject older, JsonObject newer, int depth) {
    JsonObject left = object(older.get("properties"));
    JsonObject right = object(newer.get("properties"));
    Set<String> oldNeeds = names(older.get("required"));
    Set<String> newNeeds = names(newer.get("required"));
    for (String name : right.keySet()) {
      String at = child(path, name);
      if (!left.has(name)) {
        add(at, newNeeds.contains(name) ? Kind.ADDED_REQUIRED : Kind.ADDED, "");
        continue;
      }
      if (oldNeeds.contains(name) != newNeeds.contains(name)) {
        add(at, newNeeds.contains(name) ? Kind.REQUIRED : Kind.OPTIONAL, "");
      }
      compare(at, left.get(name), right.get(name), depth + 1);
    }
    left.keySet().stream()
        .filter(name -> !right.has(name))
        .forEach(name -> add(child(path, name), Kind.REMOVED, ""));
  }

  private void compareOthers(String path, JsonObject older, JsonObject newer, int depth) {
    JsonElement left = older.get("additionalProperties");
    JsonElement right = newer.get("additionalProperties");
    boolean wasClosed = isFalse(left);
    boolean isClosed = isFalse(right);
    if (wasClosed != isClosed) {
      add(path, isClosed ? Kind.CLOSED : Kind.OPENED, "");
    } else if (left instanceof JsonObject || right instanceof JsonObject) {
      compare(child(path, "*"), any(left), any(right), depth + 1);
    }
  }

  private static JsonElement any(@Nullable JsonElement schema) {
    return schema instanceof JsonObject ? schema : new JsonObject();
  }

  private static boolean isFalse(@Nullable JsonElement value) {
    return new JsonPrimitive(false).equals(value);
  }

  private void add(String path, Kind kind, String detail) {
    changes.add(new SchemaChange(path, kind, detail));
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static JsonObject object(@Nullable JsonElement value) {
    return value instanceof JsonObject object ? object : new JsonObject();
  }

  private static Set<String> names(@Nullable JsonElement value) {
    Set<String> names = new LinkedHashSet<>();
    if (value instanceof JsonArray array) {
      array.forEach(name -> names.add(name.getAsString()));
    }
    return names;
  }
}

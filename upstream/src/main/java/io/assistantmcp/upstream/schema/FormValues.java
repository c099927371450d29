package io.assistantmcp.upstream.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The listed values of forms. Lists that stand beside a form that admits any text are suggestions.
 *
 * @param changes what has become of the values; without paths
 */
record FormValues(List<SchemaChange> changes) {

  private static final int SHOWN = 8;

  /** Compares the values of strings, and leaves one string in each list of forms. */
  static FormValues take(List<JsonObject> left, List<JsonObject> right) {
    List<SchemaChange> changes = new ArrayList<>();
    for (String type : List.of("string", "integer", "number", "boolean", "")) {
      Listed before = Listed.take(type, left);
      Listed after = Listed.take(type, right);
      if (before.present() && after.present()) {
        before.compare(after, changes);
      }
    }
    return new FormValues(changes);
  }

  /**
   * The values that one type may have.
   *
   * @param present whether the type is among the forms
   * @param open whether any value will do
   * @param values those that are listed
   */
  private record Listed(boolean present, boolean open, Set<JsonElement> values) {

    static Listed take(String type, List<JsonObject> forms) {
      List<JsonObject> ofType =
          forms.stream().filter(form -> Forms.type(form).equals(type)).toList();
      Set<JsonElement> values = new LinkedHashSet<>();
      ofType.forEach(form -> values.addAll(Forms.values(form)));
      boolean open = ofType.stream().anyMatch(form -> Forms.values(form).isEmpty());
      if (ofType.size() > 1 && !values.isEmpty()) {
        List<JsonObject> lists =
            ofType.stream().filter(form -> !Forms.values(form).isEmpty()).toList();
        List<JsonObject> superfluous = open ? lists : lists.subList(1, lists.size());
        forms.removeIf(form -> superfluous.stream().anyMatch(list -> list == form));
      }
      return new Listed(!ofType.isEmpty(), open, values);
    }

    void compare(Listed after, List<SchemaChange> changes) {
      Set<JsonElement> added = without(after.values, values);
      Set<JsonElement> removed = without(values, after.values);
      if (open && after.open) {
        if (!added.isEmpty() || !removed.isEmpty()) {
          changes.add(Forms.change(Kind.SUGGESTIONS, plusAndMinus(added, removed)));
        }
      } else if (open) {
        changes.add(Forms.change(Kind.VALUE_REMOVED, "all but " + shown(after.values)));
      } else if (after.open) {
        changes.add(Forms.change(Kind.VALUE_ADDED, "any, before only " + shown(values)));
      } else {
        if (!added.isEmpty()) {
          changes.add(Forms.change(Kind.VALUE_ADDED, shown(added)));
        }
        if (!removed.isEmpty()) {
          changes.add(Forms.change(Kind.VALUE_REMOVED, shown(removed)));
        }
      }
    }

    private static Set<JsonElement> without(Set<JsonElement> all, Set<JsonElement> others) {
      Set<JsonElement> rest = new LinkedHashSet<>(all);
      rest.removeAll(others);
      return rest;
    }

    private static String plusAndMinus(Set<JsonElement> added, Set<JsonElement> removed) {
      String plus = added.isEmpty() ? "" : "+ " + shown(added);
      String minus = removed.isEmpty() ? "" : "− " + shown(removed);
      return plus + (plus.isEmpty() || minus.isEmpty() ? "" : "; ") + minus;
    }
  }

  static String shown(Set<JsonElement> values) {
    String first =
        values.stream()
            .limit(SHOWN)
            .map(value -> value.isJsonPrimitive() ? value.getAsString() : value.toString())
            .map(text -> "`" + text + "`")
            .collect(Collectors.joining(", "));
    int more = values.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}

package io.assistantmcp.server.call;

import com.google.gson.JsonElement;
import dev.harrel.jsonschema.Error;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the validator's errors into complaints for a caller.
 *
 * <p>Where a value may take several forms, the validator tells what is wrong with it in each of
 * them. Only the form that the caller meant is of interest.
 */
final class Complaints {

  private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

  // The keywords that lead from a value to one inside it, and those of them that a name follows.
  private static final Set<String> DESCENTS =
      Set.of("properties", "items", "prefixItems", "additionalProperties", "patternProperties");
  private static final Set<String> NAMED = Set.of("properties", "prefixItems", "patternProperties");

  private final JsonElement schema;
  private final JsonElement instance;

  /**
   * @param schema the schema that was validated against, free of references
   * @param instance what was validated
   */
  Complaints(JsonElement schema, JsonElement instance) {
    this.schema = schema;
    this.instance = instance;
  }

  /** The complaints behind an error, or nothing if it speaks of a form that was not meant. */
  List<String> of(Error error) {
    List<String> path = Pointer.names(error.getEvaluationPath());
    String failed = path.get(path.size() - 1);
    Iterator<String> steps = path.subList(0, path.size() - 1).iterator();
    Iterator<String> place = Pointer.names(error.getInstanceLocation()).iterator();
    JsonElement at = schema;
    JsonElement value = instance;
    String pointer = "";
    while (steps.hasNext()) {
      String keyword = steps.next();
      JsonElement below = Tree.child(at, keyword);
      if (CHOICES.contains(keyword)) {
        String branch = steps.next();
        Forms forms = new Forms(below);
        Optional<Integer> meant = forms.meant(value);
        if (!meant.equals(Optional.of(Integer.valueOf(branch)))) {
          return meant.isPresent() ? List.of() : List.of(forms.complaint(pointer, value));
        }
        below = Tree.child(below, branch);
      } else if (DESCENTS.contains(keyword)) {
        String name = place.next();
        value = Tree.child(value, name);
        pointer = Pointer.child(pointer, name);
        below = NAMED.contains(keyword) ? Tree.child(below, steps.next()) : below;
      }
      at = below;
    }
    return new Wording(at, value).of(failed, error);
  }
}

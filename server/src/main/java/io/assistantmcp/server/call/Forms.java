package io.assistantmcp.server.call;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The forms a value may take: the branches of an {@code anyOf} or {@code oneOf}. Objects tell each
 * other apart by their {@code type}.
 */
final class Forms {

  private static final String DISCRIMINATOR = "type";

  private final List<JsonElement> branches;

  Forms(JsonElement branches) {
    this.branches = Tree.elements(branches);
  }

  /** The one form that a value, right or wrong, can have been meant to be. */
  Optional<Integer> meant(JsonElement value) {
    List<Integer> candidates = new ArrayList<>();
    List<Integer> named = new ArrayList<>();
    String tag = Tree.child(value, DISCRIMINATOR).toString();
    for (int i = 0; i < branches.size(); i++) {
      if (Kind.of(value).fits(branches.get(i))) {
        candidates.add(i);
        if (tags(branches.get(i)).contains(tag)) {
          named.add(i);
        }
      }
    }
    List<Integer> best = named.isEmpty() ? candidates : named;
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** What to say about a value that is none of the forms. */
  String complaint(String pointer, JsonElement value) {
    Optional<String> alternative = alternative();
    if (alternative.isPresent()) {
      return pointer + ": " + alternative.get();
    }
    Set<String> tags = new LinkedHashSet<>();
    branches.forEach(branch -> tags.addAll(tags(branch)));
    if (value.isJsonObject() && !tags.isEmpty()) {
      return Pointer.child(pointer, DISCRIMINATOR) + ": must be one of " + String.join(", ", tags);
    }
    Set<String> forms = new LinkedHashSet<>();
    branches.forEach(branch -> forms.addAll(forms(branch)));
    if (forms.contains(Kind.STRING.toString())) {
      forms.removeIf(form -> form.startsWith("\"")); // the known values of an open enumeration
    }
    return pointer + ": must be " + String.join(" or ", forms);
  }

  /** The sentence for branches that only differ in what they require, if that is what they do. */
  Optional<String> alternative() {
    List<String> names = new ArrayList<>();
    for (JsonElement branch : branches) {
      if (!Tree.names(branch).equals(Set.of("required"))) {
        return Optional.empty();
      }
      names.add(
          Tree.elements(Tree.child(branch, "required")).stream()
              .map(JsonElement::getAsString)
              .collect(joining(" with ")));
    }
    return Optional.of("must have exactly one of " + String.join(", ", names));
  }

  private static List<String> forms(JsonElement branch) {
    List<String> values = Wording.values(branch);
    return values.isEmpty() ? Wording.types(Tree.child(branch, "type")) : values;
  }

  /** The values that a branch asks of the property that sets it apart. */
  private static List<String> tags(JsonElement branch) {
    return Wording.values(Tree.child(Tree.child(branch, "properties"), DISCRIMINATOR));
  }
}

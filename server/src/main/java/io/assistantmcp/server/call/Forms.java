package io.assistantmcp.server.call;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The forms a value may take: the branches of an {@code anyOf} or {@code oneOf}. Objects tell each
 * other apart by their {@code type}.
 */
final class Forms {

  private static final String DISCRIMINATOR = "type";

  private final List<JsonNode> branches;

  Forms(JsonNode branches) {
    this.branches = List.copyOf(branches.values());
  }

  /** The one form that a value, right or wrong, can have been meant to be. */
  Optional<Integer> meant(JsonNode value) {
    List<Integer> candidates = new ArrayList<>();
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      if (Kind.of(value).fits(branches.get(i))) {
        candidates.add(i);
        JsonNode tag = value.path(DISCRIMINATOR);
        if (tag.isString() && tags(branches.get(i)).contains(tag.toString())) {
          named.add(i);
        }
      }
    }
    List<Integer> best = named.isEmpty() ? candidates : named;
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** What to say about a value that is none of the forms. */
  Optional<String> complaint(String pointer, JsonNode value) {
    Optional<String> alternative = alternative();
    if (alternative.isPresent()) {
      return alternative.map(words -> pointer + ": " + words);
    }
    Set<String> tags = new LinkedHashSet<>();
    branches.forEach(branch -> tags.addAll(tags(branch)));
    if (value.isObject() && !tags.isEmpty()) {
      return Optional.of(
          Pointer.child(pointer, DISCRIMINATOR) + ": must be one of " + String.join(", ", tags));
    }
    Set<String> forms = new LinkedHashSet<>();
    branches.forEach(branch -> forms.addAll(forms(branch)));
    if (forms.contains(Kind.STRING.toString())) {
      forms.removeIf(form -> form.startsWith("\"")); // the known values of an open enumeration
    }
    return Optional.of(pointer + ": must be " + String.join(" or ", forms));
  }

  /** The sentence for branches that only differ in what they require, if that is what they do. */
  Optional<String> alternative() {
    List<String> names = new ArrayList<>();
    for (JsonNode branch : branches) {
      if (!List.copyOf(branch.propertyNames()).equals(List.of("required"))) {
        return Optional.empty();
      }
      names.add(
          branch.path("required").valueStream().map(JsonNode::asString).collect(joining(" with ")));
    }
    return Optional.of("must have exactly one of " + String.join(", ", names));
  }

  private static List<String> forms(JsonNode branch) {
    List<String> values = Wording.values(branch);
    return values.isEmpty() ? Wording.types(branch.path("type")) : values;
  }

  /** The values that a branch asks of the property that sets it apart. */
  private static List<String> tags(JsonNode branch) {
    return Wording.values(branch.path("properties").path(DISCRIMINATOR));
  }
}

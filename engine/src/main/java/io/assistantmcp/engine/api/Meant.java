package io.assistantmcp.engine.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the violation that a caller should hear of. Where a value may take several forms, the
 * validator tells what is wrong with it in each of them; only the form that was meant is of
 * interest.
 */
final class Meant {

  private static final Set<String> OTHER_FORM = Set.of("type", "enum", "const");

  private Meant() {}

  /** The first violation, or nothing if there is none that says more than that there are. */
  static Optional<Violation> first(List<Violation> violations) {
    return outside(violations)
        .findFirst()
        .map(one -> one.isChoice() ? narrowed(one, violations) : one);
  }

  /** The violations that are not about a form of some choice. */
  private static Stream<Violation> outside(List<Violation> violations) {
    List<Violation> choices = violations.stream().filter(Violation::isChoice).toList();
    return violations.stream().filter(one -> choices.stream().noneMatch(one::isWithin));
  }

  /** What is wrong in the one form that was meant, or else that it is none of them. */
  private static Violation narrowed(Violation choice, List<Violation> violations) {
    Map<Integer, List<Violation>> forms =
        violations.stream()
            .filter(one -> one.isWithin(choice))
            .collect(
                Collectors.groupingBy(one -> one.form(choice), TreeMap::new, Collectors.toList()));
    List<List<Violation>> meant =
        forms.values().stream()
            .filter(form -> outside(form).noneMatch(one -> isOtherForm(one, choice)))
            .toList();
    return meant.size() == 1 ? first(meant.get(0)).orElse(choice) : choice;
  }

  /** Whether a value is of another form: of another type, or called another by its "type". */
  private static boolean isOtherForm(Violation one, Violation choice) {
    return OTHER_FORM.contains(one.keyword())
        && (one.depth(choice) == 0 || isOtherName(one, choice));
  }

  /** Whether this is about the "type" that tells objects apart. */
  static boolean isOtherName(Violation one, Violation choice) {
    return one.keyword().equals("enum")
        && one.depth(choice) == 1
        && one.place().names().get(one.place().names().size() - 1).equals("type");
  }
}

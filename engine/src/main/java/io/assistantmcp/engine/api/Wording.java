package io.assistantmcp.engine.api;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** The words of the API for what is wrong with a value. */
final class Wording {

  private final JsonElement root;
  private final String base;

  /**
   * @param root what was checked
   * @param base what that is called, or nothing
   */
  Wording(JsonElement root, String base) {
    this.root = root;
    this.base = base;
  }

  /**
   * Words a violation.
   *
   * @param all all violations of the same value, of which those of a choice's forms are told
   */
  ApiException complaint(Violation one, List<Violation> all) {
    String param = param(one);
    return switch (one.keyword()) {
      case "required" -> missing(one, param);
      case "additionalProperties" ->
          ApiException.badRequest(
              "Unknown parameter: '%s'.".formatted(param), param, "unknown_parameter");
      case "type" -> type(param, Kind.named(one.limit()), one.value());
      case "enum", "const" -> value(param, one.value(), List.of(one));
      case "anyOf", "oneOf" -> choice(one, param, all);
      default -> limit(one, param);
    };
  }

  private String param(Violation one) {
    return one.place().in(root, base);
  }

  private static ApiException missing(Violation one, String param) {
    JsonObject given = one.value().getAsJsonObject();
    String name =
        one.limit().getAsJsonArray().asList().stream()
            .map(JsonElement::getAsString)
            .filter(required -> !given.has(required))
            .findFirst()
            .orElseThrow();
    String full = param.isEmpty() ? name : param + "." + name;
    return ApiException.badRequest(
        "Missing required parameter: '%s'.".formatted(full), full, "missing_required_parameter");
  }

  private static ApiException type(String param, String expected, JsonElement given) {
    return ApiException.badRequest(
        "Invalid type for '%s': expected %s, but got %s instead."
            .formatted(param, expected, Kind.of(given)),
        param,
        "invalid_type");
  }

  private static ApiException value(String param, JsonElement given, List<Violation> enums) {
    List<String> supported =
        enums.stream()
            .flatMap(one -> one.limit().getAsJsonArray().asList().stream())
            .filter(value -> !value.isJsonNull())
            .map(value -> "'" + value.getAsString() + "'")
            .distinct()
            .sorted()
            .toList();
    return ApiException.badRequest(
        "Invalid value: '%s'. Supported values are: %s."
            .formatted(Kind.shown(given), Kind.listed(supported, "and")),
        param,
        "invalid_value");
  }

  private ApiException choice(Violation choice, String param, List<Violation> all) {
    List<Violation> inner = all.stream().filter(one -> one.isWithin(choice)).toList();
    List<Violation> names = inner.stream().filter(one -> Meant.isOtherName(one, choice)).toList();
    if (!names.isEmpty()) {
      return value(param(names.get(0)), names.get(0).value(), names);
    }
    List<Violation> here = inner.stream().filter(one -> one.depth(choice) == 0).toList();
    List<Violation> types = here.stream().filter(one -> one.keyword().equals("type")).toList();
    if (!types.isEmpty() && types.size() == choice.limit().getAsJsonArray().size()) {
      return type(param, Kind.oneOf(types.stream().map(Violation::limit).toList()), choice.value());
    }
    List<Violation> enums = here.stream().filter(one -> one.keyword().equals("enum")).toList();
    if (!enums.isEmpty()) {
      return value(param, choice.value(), enums);
    }
    return exclusive(choice, param).orElseGet(() -> complaint(here.get(0), all));
  }

  /** The complaint about a choice between names of which there has to be exactly one. */
  private static Optional<ApiException> exclusive(Violation choice, String param) {
    JsonArray forms = choice.limit().getAsJsonArray();
    if (!forms.asList().stream().allMatch(form -> Json.at(form, "required") != null)) {
      return Optional.empty();
    }
    String names =
        forms.asList().stream()
            .map(form -> form.getAsJsonObject().getAsJsonArray("required").get(0).getAsString())
            .map(name -> "'" + name + "'")
            .collect(joining(" and "));
    return Optional.of(
        ApiException.badRequest(
            "Invalid '%s': expected exactly one of %s.".formatted(param, names),
            param,
            "invalid_value"));
  }

  private static ApiException limit(Violation one, String param) {
    Limit limit = Limit.of(one);
    return ApiException.badRequest(
        "Invalid '%s': %s".formatted(param, limit.words()), param, limit.code());
  }
}

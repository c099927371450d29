package io.assistantmcp.engine.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Error;
import java.util.List;

/**
 * A keyword of a schema that a value does not satisfy.
 *
 * @param path how the validator came to the keyword, with the keyword at the end
 * @param keyword the keyword; an unknown property violates {@code additionalProperties}
 * @param limit what the keyword asks for
 * @param place where the value is
 * @param value what is there
 */
record Violation(String path, String keyword, JsonElement limit, Pointer place, JsonElement value) {

  static Violation of(Error error, JsonObject document, JsonElement root) {
    String path = error.getEvaluationPath();
    String keyword = path.substring(path.lastIndexOf('/') + 1);
    String location = error.getSchemaLocation();
    Pointer schema = Pointer.of(location.substring(location.indexOf('#') + 1));
    Pointer place = Pointer.of(error.getInstanceLocation());
    JsonElement limit = new Pointer(List.of(keyword)).in(schema.in(document));
    return new Violation(path, keyword, limit, place, place.in(root));
  }

  boolean isChoice() {
    return keyword.equals("anyOf") || keyword.equals("oneOf");
  }

  /** Whether this is about a form that another violation says none of to have fitted. */
  boolean isWithin(Violation choice) {
    return path.startsWith(choice.path + "/");
  }

  /** Which of the forms of a choice this is about. */
  int form(Violation choice) {
    String rest = path.substring(choice.path.length() + 1);
    return Integer.parseInt(rest.substring(0, rest.indexOf('/')));
  }

  /** How far inside the value of a choice this is. */
  int depth(Violation choice) {
    return place.names().size() - choice.place.names().size();
  }
}

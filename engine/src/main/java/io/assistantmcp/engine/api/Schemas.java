package io.assistantmcp.engine.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Checks values against the schemas of the slice. */
final class Schemas {

  private static final String BASE = "slice:/document";

  private final JsonObject document;
  private final Validator validator;

  Schemas(JsonObject document) {
    this.document = document;
    this.validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            // They come from the build, and are checked there.
            .withDisabledSchemaValidation(true)
            .createValidator();
    validator.registerSchema(URI.create(BASE), document);
  }

  /**
   * Tells what is wrong first.
   *
   * @param schema where in the document the schema is
   * @param base what the value is called in messages, or nothing for the body of a request
   */
  void check(String schema, JsonElement value, String base) {
    List<Violation> violations =
        validator.validate(URI.create(BASE + "#" + schema), value).getErrors().stream()
            .map(error -> Violation.of(error, document, value))
            .toList();
    if (!violations.isEmpty()) {
      Optional<Violation> first = Meant.first(violations);
      throw new Wording(value, base).complaint(first.orElse(violations.get(0)), violations);
    }
  }
}

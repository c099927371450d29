package io.assistantmcp.codegen.spec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.Optional;

/** Follows the document's references. */
final class References {

  /**
   * A place in the document and the object that stands there.
   *
   * @param pointer the place
   * @param node the object
   */
  record Target(JsonPointer pointer, JsonObject node) {}

  private final SpecDocument document;
  private final JsonObject tree;
  private final SpecProblems problems;

  References(SpecDocument document, SpecProblems problems) {
    this.document = document;
    this.tree = document.tree();
    this.problems = problems;
  }

  /** The whole document. */
  JsonObject document() {
    return tree;
  }

  /** The object itself, or what it refers to if it is a reference; empty if that is a problem. */
  Optional<Target> resolve(JsonPointer pointer, JsonObject node) {
    if (!node.has("$ref")) {
      return Optional.of(new Target(pointer, node));
    }
    return follow(pointer, node);
  }

  /** What a reference object refers to; empty if that is a problem. */
  Optional<Target> follow(JsonPointer pointer, JsonObject reference) {
    String ref = reference.get("$ref").getAsString();
    if (!ref.startsWith("#/")) {
      problems.report(
          pointer, "refers to " + ref + ", outside the document", "copy the target into it");
      return Optional.empty();
    }
    JsonPointer target = JsonPointer.parse(ref.substring(1));
    Optional<JsonElement> node = document.at(target).filter(JsonElement::isJsonObject);
    if (node.isEmpty()) {
      problems.report(
          pointer, "refers to " + ref + ", which is no object", "correct the reference");
    }
    return node.map(found -> new Target(target, found.getAsJsonObject()));
  }
}

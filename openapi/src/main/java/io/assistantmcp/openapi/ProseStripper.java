package io.assistantmcp.openapi;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.List;
import java.util.Set;

/**
 * Leaves the facts: drops what the document tells people and what it tells other generators, and
 * parts that no tool is made of. By position, since a property may be called {@code description}.
 */
final class ProseStripper implements SpecStep {

  private static final Set<String> PROSE =
      Set.of("description", "summary", "externalDocs", "example", "examples");

  @Override
  public void apply(JsonObject spec) {
    SpecObject.DOCUMENT.walk(JsonPointer.ROOT, spec, (kind, at, object) -> strip(kind, object));
  }

  private static void strip(SpecObject kind, JsonObject object) {
    object.keySet().removeIf(key -> key.startsWith("x-"));
    if (kind == SpecObject.RESPONSE && !object.has("$ref")) {
      drop(object, "links", "summary");
      object.addProperty("description", ""); // which OpenAPI requires
      return;
    }
    object.keySet().removeAll(PROSE);
    switch (kind) {
      case DOCUMENT -> drop(object, "tags", "webhooks");
      case INFO -> object.keySet().retainAll(List.of("title", "version"));
      case SERVER -> object.keySet().retainAll(List.of("url", "variables"));
      case OPERATION -> operation(object);
      case SCHEMA -> drop(object, "title", "$comment");
      case COMPONENTS -> drop(object, "links", "callbacks");
      case OAUTH_FLOW -> scopes(object);
      default -> {}
    }
  }

  private static void operation(JsonObject operation) {
    drop(operation, "callbacks");
    if (operation.get("responses") instanceof JsonObject responses) {
      responses.keySet().removeIf(status -> status.startsWith("x-"));
    }
  }

  /** A scope's value is what it means, in words. */
  private static void scopes(JsonObject flow) {
    if (flow.get("scopes") instanceof JsonObject scopes) {
      scopes.asMap().replaceAll((scope, meaning) -> new JsonPrimitive(""));
    }
  }

  private static void drop(JsonObject object, String... keys) {
    object.keySet().removeAll(List.of(keys));
  }
}

package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.SpecDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a spec that names another: a {@code $ref}, a discriminator's mapping, or a security
 * requirement.
 *
 * @param pointer where it stands
 * @param target what it names, as a URI reference
 */
record Reference(JsonPointer pointer, String target) {

  private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final int LONGEST_CHAIN = 32;

  /** The references that an object itself makes, not those of objects in it. */
  static List<Reference> in(SpecObject kind, JsonPointer pointer, JsonObject object) {
    List<Reference> found = new ArrayList<>();
    if (object.get("$ref") instanceof JsonPrimitive ref && ref.isString()) {
      found.add(new Reference(pointer.child("$ref"), ref.getAsString()));
    }
    switch (kind) {
      case DISCRIMINATOR -> mapping(pointer.child("mapping"), object.get("mapping"), found);
      case DOCUMENT, OPERATION -> security(pointer.child("security"), object, found);
      default -> {}
    }
    return found;
  }

  private static void mapping(JsonPointer pointer, JsonElement mapping, List<Reference> found) {
    if (mapping instanceof JsonObject targets) {
      for (String value : targets.keySet()) {
        if (targets.get(value) instanceof JsonPrimitive target) {
          String name = target.getAsString();
          boolean bare = SCHEMA_NAME.matcher(name).matches();
          String uri = bare ? component("schemas", name) : name;
          found.add(new Reference(pointer.child(value), uri));
        }
      }
    }
  }

  private static void security(JsonPointer pointer, JsonObject object, List<Reference> found) {
    if (object.get("security") instanceof JsonArray alternatives) {
      for (int i = 0; i < alternatives.size(); i++) {
        if (alternatives.get(i) instanceof JsonObject schemes) {
          for (String name : schemes.keySet()) {
            found.add(
                new Reference(pointer.child(i).child(name), component("securitySchemes", name)));
          }
        }
      }
    }
  }

  private static String component(String section, String name) {
    return "#" + JsonPointer.of("components", section, name);
  }

  /** The place it names, if that is in the same document. */
  Optional<JsonPointer> inside() {
    if (!target.startsWith("#")) {
      return Optional.empty();
    }
    try {
      String fragment = target.substring(1).replace("+", "%2B");
      return Optional.of(JsonPointer.parse(URLDecoder.decode(fragment, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What an object stands for: the end of its chain of references, or itself. Where a reference
   * leads nowhere the object that makes it is the end.
   */
  static JsonObject resolve(JsonObject spec, JsonObject object) {
    JsonObject end = object;
    for (int i = 0; i < LONGEST_CHAIN && end.get("$ref") instanceof JsonPrimitive ref; i++) {
      Optional<JsonElement> next =
          new Reference(JsonPointer.ROOT, ref.getAsString())
              .inside()
              .flatMap(pointer -> SpecDocument.at(spec, pointer));
      if (next.isEmpty() || !(next.get() instanceof JsonObject)) {
        break;
      }
      end = next.get().getAsJsonObject();
    }
    return end;
  }
}

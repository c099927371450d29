package io.assistantmcp.openapi;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The slice as a validator of JSON Schema reads it, in JSON so that nobody needs a YAML parser at
 * run time. OpenAPI 3.0's {@code nullable}, which JSON Schema ignores, becomes a choice of null.
 */
public final class SchemaView {

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final JsonElement TRUE = new JsonPrimitive(true);

  private SchemaView() {}

  /** Derives the view: {@code <slice> <view>}. */
  public static void main(String[] args) throws IOException, SpecException {
    JsonElement view = of(SpecDocument.read(Path.of(args[0])).tree());
    Path file = Path.of(args[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, GSON.toJson(view));
  }

  /** The view of a slice, or of any part of one. */
  public static JsonElement of(JsonElement node) {
    if (node instanceof JsonArray array) {
      JsonArray view = new JsonArray();
      array.forEach(element -> view.add(of(element)));
      return view;
    }
    if (!(node instanceof JsonObject object)) {
      return node;
    }
    JsonObject view = new JsonObject();
    boolean nullable = TRUE.equals(object.get("nullable"));
    for (String name : object.keySet()) {
      if (name.equals("allOf") && object.get(name) instanceof JsonArray members) {
        nullable |= members.contains(saysOnlyNullable());
        view.add(name, of(without(members)));
      } else if (!(name.equals("nullable") && nullable)) {
        view.add(name, of(object.get(name)));
      }
    }
    return nullable ? orNull(view) : view;
  }

  /** How documents put {@code nullable} beside a {@code $ref}: as a member of an allOf. */
  private static JsonObject saysOnlyNullable() {
    JsonObject member = new JsonObject();
    member.add("nullable", TRUE);
    return member;
  }

  private static JsonArray without(JsonArray members) {
    JsonArray others = members.deepCopy();
    others.remove(saysOnlyNullable());
    return others;
  }

  private static JsonObject orNull(JsonObject schema) {
    JsonObject none = new JsonObject();
    none.addProperty("type", "null");
    JsonArray forms = new JsonArray();
    forms.add(schema);
    forms.add(none);
    JsonObject choice = new JsonObject();
    choice.add("anyOf", forms);
    return choice;
  }
}

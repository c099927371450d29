package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.PathOperation.Parameter;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.openapi.document.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.lang.model.SourceVersion;

/**
 * The slice as the client generator shall see it. Every JSON body is one schema, which the
 * generator maps to bytes: typed models would drop nulls, add defaults and reject valid answers.
 * Parameters are plain types, and nothing is deprecated, since the generated tools call all of it.
 */
public final class ClientView {

  private static final String JSON = "application/json";
  private static final Pattern SPEAKABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern WORD = Pattern.compile("_(.)");
  private static final Set<String> COMPOSED = Set.of("oneOf", "anyOf", "allOf", "properties");
  private static final String COMMENT = "Derived from assistants.yaml by the build.";

  private final JsonObject spec;

  private ClientView(JsonObject spec) {
    this.spec = spec;
  }

  /** Derives the view: {@code <slice> <view>}. */
  public static void main(String[] args) throws IOException, SpecException {
    String view = YamlWriter.write(COMMENT, of(SpecDocument.read(Path.of(args[0])).tree()));
    Path file = Path.of(args[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, view);
  }

  static JsonObject of(JsonObject slice) {
    return new ClientView(slice).document();
  }

  /**
   * The id of an operation in the view: its own, unless that cannot name a method.
   *
   * @param tool the name of its tool
   */
  public static String operationId(String id, String tool) {
    if (SPEAKABLE.matcher(id).matches() && !SourceVersion.isKeyword(id)) {
      return id;
    }
    return WORD.matcher(tool).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT))
        + "Operation";
  }

  /**
   * Whether the client sends a parameter: values in the path, and plain ones and lists of texts in
   * the query. Whatever else there is tools add to its request.
   *
   * @param spec the document that the parameter may refer to
   */
  public static boolean isClients(JsonObject spec, JsonObject parameter) {
    String location = text(parameter, "in", "");
    if (!location.equals("query")) {
      return location.equals("path");
    }
    return text(parameter, "style", "form").equals("form")
        && !new JsonPrimitive(false).equals(parameter.get("explode"))
        && parameter.get("schema") instanceof JsonObject schema
        && isPlain(spec, schema);
  }

  private static boolean isPlain(JsonObject spec, JsonObject schema) {
    JsonObject resolved = Reference.resolve(spec, schema);
    if (COMPOSED.stream().anyMatch(resolved::has) || names(resolved.get("type"), "object")) {
      return false;
    }
    return !names(resolved.get("type"), "array")
        || resolved.get("items") instanceof JsonObject items
            && isPlain(spec, items)
            && names(Reference.resolve(spec, items).get("type"), "string");
  }

  private static boolean names(JsonElement type, String name) {
    JsonElement wanted = new JsonPrimitive(name);
    return type instanceof JsonArray several ? several.contains(wanted) : wanted.equals(type);
  }

  private static String text(JsonObject object, String key, String otherwise) {
    return object.get(key) instanceof JsonPrimitive text ? text.getAsString() : otherwise;
  }

  private JsonObject document() {
    JsonObject view = copy(spec, "openapi", "info", "servers", "security");
    JsonObject paths = new JsonObject();
    for (PathOperation operation : PathOperation.in(spec)) {
      if (!paths.has(operation.path())) {
        paths.add(operation.path(), new JsonObject());
      }
      paths.getAsJsonObject(operation.path()).add(operation.method(), operation(operation));
    }
    view.add("paths", paths);
    view.add("components", components());
    return view;
  }

  private JsonObject components() {
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "object");
    payload.addProperty("additionalProperties", true);
    JsonObject schemas = new JsonObject();
    schemas.add("JsonPayload", payload);
    JsonObject components =
        spec.get("components") instanceof JsonObject all
            ? copy(all, "securitySchemes")
            : new JsonObject();
    components.add("schemas", schemas);
    return components;
  }

  private JsonObject operation(PathOperation source) {
    JsonObject operation = copy(source.operation(), "operationId", "tags", "security");
    if (source.operation().get("x-tool") instanceof JsonObject tool) {
      operation.addProperty("operationId", operationId(source.id(), text(tool, "name", "")));
    }
    JsonArray parameters = new JsonArray();
    source.effectiveParameters(spec).stream()
        .filter(parameter -> isClients(spec, parameter.object()))
        .forEach(parameter -> parameters.add(parameter(parameter)));
    if (!parameters.isEmpty()) {
      operation.add("parameters", parameters);
    }
    if (source.operation().get("requestBody") instanceof JsonObject body
        && hasJson(resolve(body))) {
      operation.addProperty("x-codegen-request-body-name", "body");
      operation.add("requestBody", payload(copy(resolve(body), "required", "content")));
    }
    JsonObject responses = new JsonObject();
    for (String status : source.operation().getAsJsonObject("responses").keySet()) {
      JsonElement response = source.operation().getAsJsonObject("responses").get(status);
      responses.add(status, response(status, resolve(response.getAsJsonObject())));
    }
    operation.add("responses", responses);
    return operation;
  }

  /** Other bodies tools put into the client's request. */
  private static boolean hasJson(JsonObject body) {
    return body.get("content") instanceof JsonObject content && content.has(JSON);
  }

  private static JsonObject response(String status, JsonObject response) {
    JsonObject view = new JsonObject();
    view.addProperty("description", "");
    if (status.startsWith("2") && response.has("content")) {
      view.add("content", response.get("content"));
    }
    return payload(view);
  }

  /** Replaces the content, if there is any, by the one schema. */
  private static JsonObject payload(JsonObject body) {
    if (body.has("content")) {
      JsonObject schema = new JsonObject();
      schema.addProperty("$ref", "#/components/schemas/JsonPayload");
      JsonObject media = new JsonObject();
      media.add("schema", schema);
      JsonObject content = new JsonObject();
      JsonObject types = body.getAsJsonObject("content");
      // What there is in JSON is asked for in JSON only.
      (types.has(JSON) ? Set.of(JSON) : types.keySet()).forEach(type -> content.add(type, media));
      body.add("content", content);
    }
    return body;
  }

  private JsonObject parameter(Parameter parameter) {
    JsonObject view = copy(parameter.object(), "name", "in", "required", "style", "explode");
    view.add(
        "schema",
        plainType(
            parameter.location().equals("path")
                ? new JsonObject() // which is text, whatever it stands for
                : parameter.object().get("schema")));
    return view;
  }

  private JsonObject plainType(JsonElement schema) {
    JsonObject source = schema instanceof JsonObject object ? resolve(object) : new JsonObject();
    String type = type(source.get("type"));
    JsonObject plain = new JsonObject();
    plain.addProperty("type", type);
    if (type.equals("array")) {
      plain.add("items", plainType(source.get("items")));
    } else if (type.equals("integer")) {
      plain.addProperty("format", "int64");
    }
    return plain;
  }

  private static String type(JsonElement type) {
    if (type instanceof JsonArray alternatives) {
      return StreamSupport.stream(alternatives.spliterator(), false)
          .filter(alternative -> !alternative.getAsString().equals("null"))
          .findFirst()
          .map(ClientView::type)
          .orElse("string");
    }
    boolean plain =
        type instanceof JsonPrimitive name
            && List.of("integer", "number", "boolean", "array").contains(name.getAsString());
    return plain ? type.getAsString() : "string";
  }

  private JsonObject resolve(JsonObject object) {
    return Reference.resolve(spec, object);
  }

  private static JsonObject copy(JsonObject source, String... keys) {
    JsonObject copy = new JsonObject();
    for (String key : keys) {
      if (source.has(key)) {
        copy.add(key, source.get(key).deepCopy());
      }
    }
    return copy;
  }
}

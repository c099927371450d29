package io.assistantmcp.engine.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.engine.api.Operation.QueryParameter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns raw requests into checked calls of the slice's operations. */
public final class Requests {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  private final List<Operation> operations;
  private final Schemas schemas;

  private Requests(Slice slice) {
    this.operations = slice.operations();
    this.schemas = new Schemas(slice.document());
  }

  public static Requests load() {
    return new Requests(Slice.load());
  }

  /** The operations there are, by their {@code operationId}. */
  public Set<String> operations() {
    return operations.stream().map(Operation::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Checks a request.
   *
   * @param path the path, without what comes before the operations' own
   * @param query the decoded query, by names
   * @param body the body, or nothing
   */
  public Call check(
      Caller caller, String method, String path, Map<String, List<String>> query, String body) {
    List<String> segments = List.of(path.substring(1).split("/", -1));
    Operation operation = operation(method, path, segments);
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String name = operation.path().get(i);
      if (Operation.isVariable(name)) {
        ids.put(name.substring(1, name.length() - 1), segments.get(i));
      }
    }
    operation.query().forEach(parameter -> check(parameter, query));
    return new Call(operation.id(), caller, ids, query, body(operation, body));
  }

  private Operation operation(String method, String path, List<String> segments) {
    List<Operation> there = operations.stream().filter(one -> one.matches(segments)).toList();
    if (there.isEmpty()) {
      throw ApiException.notFound("Invalid URL (%s %s)".formatted(method, path));
    }
    return there.stream()
        .filter(one -> one.method().equals(method))
        .min(Comparator.comparing(Operation::variables))
        .orElseThrow(
            () ->
                ApiException.invalid(
                    405,
                    "Not allowed to %s on %s.".formatted(method, path),
                    null,
                    "method_not_supported"));
  }

  private void check(QueryParameter parameter, Map<String, List<String>> query) {
    List<String> values = query.getOrDefault(parameter.name(), List.of());
    if (values.isEmpty()) {
      return;
    }
    JsonElement value = new JsonPrimitive(values.get(0));
    if (parameter.type().equals("array")) {
      JsonArray array = new JsonArray();
      values.forEach(array::add);
      value = array;
    } else if (parameter.type().equals("integer") && INTEGER.matcher(values.get(0)).matches()) {
      value = new JsonPrimitive(Integer.parseInt(values.get(0)));
    }
    schemas.check(parameter.schema(), value, parameter.name());
  }

  private JsonObject body(Operation operation, String text) {
    if (operation.body() == null) {
      return new JsonObject();
    }
    JsonElement body = parsed(text);
    if (body.isJsonNull() && !operation.bodyRequired()) {
      return new JsonObject();
    }
    JsonElement given = body.isJsonNull() ? new JsonObject() : body;
    Magnitude.check(given);
    if (!given.isJsonObject()) {
      throw ApiException.badRequest(
          "Invalid type for the body: expected an object, but got %s instead."
              .formatted(Kind.of(given)),
          null,
          "invalid_type");
    }
    schemas.check(operation.body(), given, "");
    return given.getAsJsonObject();
  }

  private static JsonElement parsed(String text) {
    try {
      return text.isEmpty() ? JsonNull.INSTANCE : Json.parse(text);
    } catch (JsonParseException e) {
      throw ApiException.badRequest(
          "We could not parse the JSON body of your request. Send a JSON object.");
    }
  }
}

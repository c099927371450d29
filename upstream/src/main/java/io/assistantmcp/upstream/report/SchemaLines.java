package io.assistantmcp.upstream.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.upstream.schema.SchemaChange;
import io.assistantmcp.upstream.schema.SchemaComparison;
import io.assistantmcp.upstream.schema.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has changed inside the schemas of one operation that both documents have. */
final class SchemaLines {

  private final Side before;
  private final Side after;
  private final List<Line> lines = new ArrayList<>();

  SchemaLines(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  List<Line> lines(JsonObject older, JsonObject newer) {
    Map<String, JsonElement> parameters = parameters(newer);
    parameters(older)
        .forEach((what, schema) -> compare(what, schema, parameters.get(what), "", false));
    contents(
        "body",
        resolved(before, older.get("requestBody")),
        resolved(after, newer.get("requestBody")),
        false);
    if (older.get("responses") instanceof JsonObject was
        && newer.get("responses") instanceof JsonObject is) {
      was.keySet().stream()
          .filter(is::has)
          .forEach(
              status ->
                  contents(
                      "answer " + status,
                      resolved(before, was.get(status)),
                      resolved(after, is.get(status)),
                      true));
    }
    return List.copyOf(lines);
  }

  private void contents(String what, JsonObject older, JsonObject newer, boolean read) {
    if (older.get("content") instanceof JsonObject was
        && newer.get("content") instanceof JsonObject is) {
      for (String type : was.keySet()) {
        if (was.get(type) instanceof JsonObject left && is.get(type) instanceof JsonObject right) {
          compare(what, left.get("schema"), right.get("schema"), " ", read);
        }
      }
    }
  }

  private void compare(
      String what,
      @Nullable JsonElement older,
      @Nullable JsonElement newer,
      String separator,
      boolean read) {
    if (older == null || newer == null) {
      return; // openapi-diff has told of it.
    }
    for (SchemaChange change : SchemaComparison.of(before, older, after, newer)) {
      String part =
          change.path().isEmpty()
              ? what
              : what + (separator.isEmpty() ? " in " : separator) + "`" + change.path() + "`";
      boolean breaking = read ? change.kind().breaksReaders() : change.kind().breaksSenders();
      lines.add(new Line(part, change.text(), breaking));
    }
  }

  private static Map<String, JsonElement> parameters(JsonObject operation) {
    Map<String, JsonElement> schemas = new LinkedHashMap<>();
    if (operation.get("parameters") instanceof JsonArray array) {
      for (JsonElement element : array) {
        JsonObject parameter = element.getAsJsonObject();
        if (parameter.has("name") && parameter.has("in") && parameter.has("schema")) {
          schemas.put(
              parameter.get("in").getAsString() + " `" + parameter.get("name").getAsString() + "`",
              parameter.get("schema"));
        }
      }
    }
    return schemas;
  }

  private static JsonObject resolved(Side side, @Nullable JsonElement value) {
    return value instanceof JsonObject object ? side.resolve(object) : new JsonObject();
  }
}

package io.assistantmcp.openapi;

import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.Fields;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The groups that tools belong to.
 *
 * @param kinds whether each is served unless something else is asked for, in order; nothing if the
 *     file does not say it, and then all are
 */
record Toolsets(Map<String, String> kinds) {

  private static final JsonPointer LIST = JsonPointer.of("toolsets");
  private static final Pattern KIND = Pattern.compile("default|optional");

  /** Reads the file's list, if it has one. */
  static Toolsets read(
      SpecDocument document, List<Operations.Selected> selected, Problems problems) {
    Map<String, String> kinds = new LinkedHashMap<>();
    if (document.at(LIST).isEmpty()) {
      return new Toolsets(kinds);
    }
    Fields.at(document, LIST, problems)
        .ifPresent(
            fields -> {
              for (String name : document.at(LIST).orElseThrow().getAsJsonObject().keySet()) {
                kinds.put(name, fields.text(name, KIND, "default or optional"));
              }
              selected.forEach(operation -> check(document, operation, kinds, problems));
            });
    return new Toolsets(kinds);
  }

  private static void check(
      SpecDocument document,
      Operations.Selected operation,
      Map<String, String> kinds,
      Problems problems) {
    if (!operation.toolset().isEmpty() && !kinds.containsKey(operation.toolset())) {
      problems.add(
          document.problem(
              JsonPointer.of("operations", operation.id(), "toolset"),
              "is " + operation.toolset() + ", which is not under toolsets",
              "list it there as default or optional"));
    }
  }

  /** Lets the spec carry this, as its {@code x-toolsets}. */
  void mark(JsonObject spec) {
    if (!kinds.isEmpty()) {
      JsonObject extension = new JsonObject();
      kinds.forEach(extension::addProperty);
      spec.add("x-toolsets", extension);
    }
  }
}

package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import io.assistantmcp.openapi.document.Fields;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An OpenAPI Overlay 1.0: changes to a document, each saying why.
 *
 * @param document the file
 * @param actions its actions that can be applied
 */
record Overlay(SpecDocument document, List<Action> actions) {

  private static final JsonPointer ACTIONS = JsonPointer.of("actions");
  private static final Pattern VERSION = Pattern.compile("1\\.0\\.[0-9]+");

  static Overlay read(SpecDocument document, Problems problems) {
    Fields.at(document, JsonPointer.ROOT, problems)
        .ifPresent(
            fields -> {
              fields.allowOnly("overlay", "info", "extends", "actions");
              fields.text(
                  "overlay",
                  VERSION,
                  "1.0.0, the version of the Overlay Specification that is applied");
            });
    Fields.at(document, JsonPointer.of("info"), problems)
        .ifPresent(
            info -> {
              info.allowOnly("title", "version");
              info.text("title");
              info.text("version");
            });
    return new Overlay(document, actions(document, problems));
  }

  private static List<Action> actions(SpecDocument document, Problems problems) {
    List<Action> actions = new ArrayList<>();
    if (document.at(ACTIONS).orElse(null) instanceof JsonArray array && !array.isEmpty()) {
      for (int i = 0; i < array.size(); i++) {
        JsonPointer pointer = ACTIONS.child(i);
        Fields.at(document, pointer, problems)
            .flatMap(fields -> Action.read(document, pointer, fields))
            .ifPresent(actions::add);
      }
    } else {
      problems.add(document.problem(ACTIONS, "is no list of actions", "list at least one action"));
    }
    return List.copyOf(actions);
  }

  /**
   * One change.
   *
   * @param pointer where it stands in the overlay
   * @param target what it changes
   * @param update what is merged into the target, or empty if the target is removed
   */
  record Action(JsonPointer pointer, JsonPath target, Optional<JsonElement> update) {

    private static Optional<Action> read(
        SpecDocument document, JsonPointer pointer, Fields fields) {
      fields.allowOnly("target", "description", "update", "remove");
      if (!fields.has("description")) {
        fields.report("description", "is missing", "say why the action is needed");
      } else {
        fields.text("description");
      }
      boolean remove = fields.has("remove") && fields.flag("remove");
      if (remove == fields.has("update")) {
        fields.report("update", "must stand here, or else remove: true", "give one of the two");
        return Optional.empty();
      }
      Optional<JsonElement> update =
          remove ? Optional.empty() : document.at(pointer.child("update"));
      return path(fields).map(target -> new Action(pointer, target, update));
    }

    private static Optional<JsonPath> path(Fields fields) {
      String target = fields.text("target");
      if (target.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(JsonPath.compile(TargetSyntax.parenthesizeFilters(target)));
      } catch (InvalidPathException e) {
        fields.report("target", "is no JSONPath: " + e.getMessage(), "correct it");
        return Optional.empty();
      }
    }
  }
}

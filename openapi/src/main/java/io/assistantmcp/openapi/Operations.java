package io.assistantmcp.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.Fields;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operations that become tools, and what no spec says about them.
 *
 * @param document the file they are listed in
 * @param api the name they are tagged with, which names the generated API class
 * @param toolsets the groups of tools, in order
 * @param selected the operations in the order of the file
 */
record Operations(SpecDocument document, String api, Toolsets toolsets, List<Selected> selected) {

  private static final JsonPointer LIST = JsonPointer.of("operations");
  private static final Pattern CLASS_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern TOOL_NAME = Pattern.compile("[a-z0-9_]{1,40}");
  private static final String TOOL_RULE =
      "a name of 1 to 40 lower-case letters, digits and underscores";

  /** Reads the file. What is wrong with it is reported, and the operations are selected anyway. */
  static Operations read(SpecDocument document, Problems problems) {
    String api =
        Fields.at(document, JsonPointer.ROOT, problems)
            .map(
                fields -> {
                  fields.allowOnly("api", "toolsets", "watch", "operations");
                  return fields.text("api", CLASS_NAME, "a class name such as Widgets");
                })
            .orElse("");
    List<Selected> selected = new ArrayList<>();
    if (Fields.at(document, LIST, problems).isPresent()) {
      for (String id : document.at(LIST).orElseThrow().getAsJsonObject().keySet()) {
        Fields.at(document, LIST.child(id), problems)
            .map(fields -> Selected.read(id, fields))
            .ifPresent(selected::add);
      }
      if (selected.isEmpty()) {
        problems.add(document.problem(LIST, "selects no operation", "list at least one"));
      }
    }
    reportCollisions(document, selected, problems);
    Toolsets toolsets = Toolsets.read(document, selected, problems);
    return new Operations(document, api, toolsets, List.copyOf(selected));
  }

  private static void reportCollisions(
      SpecDocument document, List<Selected> selected, Problems problems) {
    Map<String, String> owners = new HashMap<>();
    for (Selected operation : selected) {
      JsonPointer pointer = LIST.child(operation.id());
      report(pointer.child("tool"), operation, operation.tool(), owners, problems, document);
      for (String alias : operation.aliases()) {
        report(pointer.child("aliases"), operation, alias, owners, problems, document);
      }
    }
  }

  private static void report(
      JsonPointer pointer,
      Selected operation,
      String name,
      Map<String, String> owners,
      Problems problems,
      SpecDocument document) {
    String owner = owners.putIfAbsent(name, operation.id());
    if (owner != null && !name.isEmpty()) {
      problems.add(
          document.problem(
              pointer,
              "names the tool " + name + ", as " + owner + " does",
              "give one of them another name"));
    }
  }

  Optional<Selected> find(String id) {
    return selected.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /** The same without some operations. */
  Operations without(Set<String> ids) {
    return new Operations(
        document,
        api,
        toolsets,
        selected.stream().filter(operation -> !ids.contains(operation.id())).toList());
  }

  JsonPointer pointer(Selected operation) {
    return LIST.child(operation.id());
  }

  /** One operation that becomes a tool. */
  record Selected(
      String id,
      String tool,
      List<String> aliases,
      String title,
      String toolset,
      boolean readOnly,
      boolean destructive,
      boolean idempotent) {

    private static Selected read(String id, Fields fields) {
      fields.allowOnly(
          "tool", "aliases", "title", "toolset", "readOnly", "destructive", "idempotent");
      Selected operation =
          new Selected(
              id,
              fields.text("tool", TOOL_NAME, TOOL_RULE),
              fields.texts("aliases", TOOL_NAME, TOOL_RULE),
              fields.text("title"),
              fields.text("toolset", TOOL_NAME, TOOL_RULE),
              fields.flag("readOnly"),
              fields.flag("destructive"),
              fields.flag("idempotent"));
      if (operation.readOnly && operation.destructive) {
        fields.report("destructive", "contradicts readOnly", "make one of them false");
      }
      return operation;
    }

    /** What the spec carries of this, as the operation's {@code x-tool}. */
    JsonObject extension() {
      JsonObject extension = new JsonObject();
      extension.addProperty("name", tool);
      if (!aliases.isEmpty()) {
        JsonArray names = new JsonArray();
        aliases.forEach(names::add);
        extension.add("aliases", names);
      }
      extension.addProperty("title", title);
      extension.addProperty("toolset", toolset);
      extension.addProperty("readOnly", readOnly);
      extension.addProperty("destructive", destructive);
      extension.addProperty("idempotent", idempotent);
      return extension;
    }
  }
}

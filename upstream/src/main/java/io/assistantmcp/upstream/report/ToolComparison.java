package io.assistantmcp.upstream.report;

import com.google.gson.JsonObject;
import io.assistantmcp.upstream.report.ToolSurface.Tool;
import io.assistantmcp.upstream.schema.Kind.Effect;
import io.assistantmcp.upstream.schema.SchemaChange;
import io.assistantmcp.upstream.schema.SchemaComparison;
import io.assistantmcp.upstream.schema.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What users of the tools see of the difference between two slices. */
final class ToolComparison {

  private final ToolSurface before;
  private final ToolSurface after;

  ToolComparison(ToolSurface before, ToolSurface after) {
    this.before = before;
    this.after = after;
  }

  /** The tools that have changed, by name. */
  List<Section> sections() {
    TreeSet<String> names = new TreeSet<>(before.tools().keySet());
    after.tools().values().forEach(tool -> names.removeAll(tool.aliases()));
    names.addAll(after.tools().keySet());
    List<Section> sections = new ArrayList<>();
    for (String name : names) {
      List<Line> lines = lines(name);
      if (!lines.isEmpty()) {
        sections.add(new Section(name, "", lines));
      }
    }
    return sections;
  }

  private List<Line> lines(String name) {
    Tool newer = after.tools().get(name);
    if (newer == null) {
      return List.of(new Line("", "tool removed", true));
    }
    Tool older = before(name, newer);
    if (older == null) {
      return List.of(new Line("", "tool added", false));
    }
    List<Line> lines = new ArrayList<>();
    String oldName = older.operation().tool().name();
    if (!oldName.equals(name)) {
      lines.add(new Line("", "renamed, can still be called `" + oldName + "`", false));
    }
    SchemaComparison.of(Side.alone(), older.enforced(), Side.alone(), newer.enforced()).stream()
        .filter(change -> !isTheObjectItself(change))
        .map(ToolComparison::line)
        .forEach(lines::add);
    return lines;
  }

  /** The tool as it was, perhaps under one of the names that it had before. */
  private @Nullable Tool before(String name, Tool newer) {
    Tool older = before.tools().get(name);
    return older != null
        ? older
        : newer.aliases().stream()
            .map(before.tools()::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** Arguments that are not known are refused before and after, and tools say so. */
  private static boolean isTheObjectItself(SchemaChange change) {
    return change.path().isEmpty();
  }

  private static Line line(SchemaChange change) {
    Effect effect = change.kind().effect();
    String text =
        effect == Effect.TIGHTENED || effect == Effect.LOOSENED
            ? (effect == Effect.TIGHTENED ? "tightened, " : "loosened, ") + change.text()
            : change.text();
    return new Line("argument `" + change.path() + "`", text, change.kind().breaksSenders());
  }

  /** New arguments that a model is told nothing about but their names, as "tool: argument". */
  List<String> undescribed() {
    List<String> found = new ArrayList<>();
    after
        .tools()
        .forEach(
            (name, tool) -> {
              Tool older = before(name, tool);
              JsonObject known = older == null ? new JsonObject() : arguments(older);
              arguments(tool).keySet().stream()
                  .filter(argument -> !known.has(argument))
                  .filter(argument -> !isDescribed(arguments(tool).getAsJsonObject(argument)))
                  .forEach(argument -> found.add(name + ": " + argument));
            });
    return found;
  }

  private static JsonObject arguments(Tool tool) {
    return tool.shown().getAsJsonObject("properties");
  }

  private static boolean isDescribed(JsonObject argument) {
    return argument.toString().contains("\"description\":\"");
  }
}

package io.assistantmcp.openapi.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * Writes a tree as YAML: block style, two spaces, no folded lines, and always the same bytes for
 * the same tree.
 */
public final class YamlWriter {

  private final StringBuilder yaml = new StringBuilder();

  private YamlWriter() {}

  /**
   * Writes a document.
   *
   * @param comment the first line, without its hash
   */
  public static String write(String comment, JsonObject tree) {
    YamlWriter writer = new YamlWriter();
    writer.yaml.append("# ").append(comment).append('\n');
    if (isBlock(tree)) {
      writer.entries(tree, 0);
    } else {
      writer.yaml.append("{}\n");
    }
    return writer.yaml.toString();
  }

  /** The entries of an object, the first of which starts where the text ends. */
  private void entries(JsonObject object, int indent) {
    boolean first = true;
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      pad(first ? 0 : indent);
      first = false;
      yaml.append(YamlScalar.text(entry.getKey())).append(':');
      if (isBlock(entry.getValue())) {
        yaml.append('\n');
        pad(indent + 2);
        block(entry.getValue(), indent + 2);
      } else {
        yaml.append(' ').append(inline(entry.getValue())).append('\n');
      }
    }
  }

  private void items(JsonArray array, int indent) {
    boolean first = true;
    for (JsonElement item : array) {
      pad(first ? 0 : indent);
      first = false;
      yaml.append("- ");
      if (isBlock(item)) {
        block(item, indent + 2);
      } else {
        yaml.append(inline(item)).append('\n');
      }
    }
  }

  private void block(JsonElement value, int indent) {
    if (value instanceof JsonObject object) {
      entries(object, indent);
    } else {
      items(value.getAsJsonArray(), indent);
    }
  }

  private void pad(int indent) {
    yaml.append(" ".repeat(indent));
  }

  private static boolean isBlock(JsonElement value) {
    return value instanceof JsonObject object && !object.isEmpty()
        || value instanceof JsonArray array && !array.isEmpty();
  }

  private static String inline(JsonElement value) {
    if (value.isJsonObject()) {
      return "{}";
    }
    if (value.isJsonArray()) {
      return "[]";
    }
    return YamlScalar.of(value);
  }
}

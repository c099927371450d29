package io.assistantmcp.openapi.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Reads YAML with the core schema of YAML 1.2, and JSON as the part of YAML that it is. */
final class YamlReader {

  // The library stops at 3 Mi code points; upstream's document is nearly that large and grows.
  private static final int CODE_POINT_LIMIT = 64 << 20;

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String document;
  private final Deque<Node> open = new ArrayDeque<>();

  YamlReader(String document) {
    this.document = document;
  }

  Node compose(String text) throws SpecException {
    LoaderOptions loading = new LoaderOptions();
    loading.setCodePointLimit(CODE_POINT_LIMIT);
    loading.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(loading),
            new Representer(dumping),
            dumping,
            loading,
            new CoreSchema());
    try {
      Node root = yaml.compose(new StringReader(plainJson(text)));
      if (root == null) {
        throw failure(1, "is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw failure(line, "is no valid YAML or JSON: " + e.getProblem());
    } catch (YAMLException e) {
      throw failure(1, "is no valid YAML or JSON: " + e.getMessage());
    }
  }

  /** JSON may be indented with tabs, YAML may not. Inside JSON strings tabs are escaped. */
  private static String plainJson(String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return content.stripLeading().startsWith("{") ? content.replace('\t', ' ') : content;
  }

  JsonElement tree(Node node) throws SpecException {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (open.contains(node)) {
      throw failure(SpecDocument.lineOf(node), "has an anchor that contains itself");
    }
    open.push(node);
    JsonElement tree =
        node instanceof MappingNode mapping ? object(mapping) : array((SequenceNode) node);
    open.pop();
    return tree;
  }

  private JsonObject object(MappingNode node) throws SpecException {
    JsonObject object = new JsonObject();
    for (NodeTuple entry : node.getValue()) {
      int line = SpecDocument.lineOf(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw failure(line, "has a key that is no scalar");
      }
      if (key.getTag().equals(Tag.MERGE)) {
        throw failure(line, "has a merge key (<<), which YAML 1.2 no longer knows");
      }
      if (object.has(key.getValue())) {
        throw failure(line, "has the key " + key.getValue() + " twice");
      }
      object.add(key.getValue(), tree(entry.getValueNode()));
    }
    return object;
  }

  private JsonArray array(SequenceNode node) throws SpecException {
    JsonArray array = new JsonArray();
    for (Node item : node.getValue()) {
      array.add(tree(item));
    }
    return array;
  }

  private JsonElement scalar(ScalarNode node) throws SpecException {
    String text = node.getValue();
    if (node.getTag().equals(Tag.NULL)) {
      return JsonNull.INSTANCE;
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return new JsonPrimitive(Boolean.parseBoolean(text));
    }
    if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
      return new JsonPrimitive(number(text, SpecDocument.lineOf(node)));
    }
    return new JsonPrimitive(text);
  }

  private Number number(String text, int line) throws SpecException {
    if (JSON_NUMBER.matcher(text).matches()) {
      return new LazilyParsedNumber(text);
    }
    try {
      if (text.startsWith("0x")) {
        return new BigInteger(text.substring(2), 16);
      }
      if (text.startsWith("0o")) {
        return new BigInteger(text.substring(2), 8);
      }
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw failure(line, "has a number that JSON does not know: " + text);
    }
  }

  private SpecException failure(int line, String message) {
    return new SpecException(
        new Problem(document, JsonPointer.ROOT, line, message, "correct the document"));
  }
}

package io.assistantmcp.openapi.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML or JSON document: its tree, and the line each node stands in.
 *
 * <p>The tree keeps the order of keys and the digits of numbers.
 */
public final class SpecDocument {

  private final String name;
  private final JsonObject root;
  private final Node source;

  private SpecDocument(String name, JsonObject root, Node source) {
    this.name = name;
    this.root = root;
    this.source = source;
  }

  /** Reads a file, which problems call by its path as given. */
  public static SpecDocument read(Path file) throws SpecException {
    String name = file.toString();
    try {
      return parse(name, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new SpecException(Problem.of(name, "is not there", "check the path"));
    } catch (IOException e) {
      throw new SpecException(Problem.of(name, "cannot be read: " + e, "check the file"));
    }
  }

  /** Reads a document from its bytes, which must be UTF-8. */
  public static SpecDocument parse(String name, byte[] bytes) throws SpecException {
    try {
      return parse(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new SpecException(Problem.of(name, "is not UTF-8 text", "give a YAML or JSON file"));
    }
  }

  /**
   * Reads a document.
   *
   * @param name what problems call it
   * @param text its YAML or JSON
   * @throws SpecException if it is neither, or no object
   */
  public static SpecDocument parse(String name, String text) throws SpecException {
    YamlReader reader = new YamlReader(name);
    Node source = reader.compose(text);
    JsonElement tree = reader.tree(source);
    if (!tree.isJsonObject()) {
      throw new SpecException(Problem.of(name, "is not an object", "give a YAML or JSON mapping"));
    }
    return new SpecDocument(name, tree.getAsJsonObject(), source);
  }

  public String name() {
    return name;
  }

  /** A copy of the tree, the caller's to change. */
  public JsonObject tree() {
    return root.deepCopy();
  }

  /** The node at a pointer, if there is one. */
  public Optional<JsonElement> at(JsonPointer pointer) {
    return at(root, pointer);
  }

  /** The node at a pointer of any tree, if there is one. */
  public static Optional<JsonElement> at(JsonElement tree, JsonPointer pointer) {
    JsonElement node = tree;
    for (String token : pointer.tokens()) {
      if (node instanceof JsonObject object && object.has(token)) {
        node = object.get(token);
      } else if (node instanceof JsonArray array && isIndex(token, array.size())) {
        node = array.get(Integer.parseInt(token));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  /** A problem at this place of this document. */
  public Problem problem(JsonPointer pointer, String message, String cure) {
    return new Problem(name, pointer, line(pointer), message, cure);
  }

  /** The line of a node, or of its nearest ancestor that stands in this document, from 1. */
  public int line(JsonPointer pointer) {
    Node node = source;
    int line = lineOf(source);
    for (String token : pointer.tokens()) {
      NodeTuple entry = node instanceof MappingNode mapping ? entry(mapping, token) : null;
      if (entry != null) {
        line = lineOf(entry.getKeyNode());
        node = entry.getValueNode();
      } else if (node instanceof SequenceNode sequence
          && isIndex(token, sequence.getValue().size())) {
        node = sequence.getValue().get(Integer.parseInt(token));
        line = lineOf(node);
      } else {
        break;
      }
    }
    return line;
  }

  private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar)
        .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static boolean isIndex(String token, int size) {
    return token.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(token) < size;
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}

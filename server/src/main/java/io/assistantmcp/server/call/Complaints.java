package io.assistantmcp.server.call;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Turns the validator's errors into complaints for a caller.
 *
 * <p>Where a value may take several forms, the validator tells what is wrong with it in each of
 * them. Only the form that the caller meant is of interest.
 */
final class Complaints {

  private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

  // The keywords that lead from a value to one inside it, and those of them that a name follows.
  private static final Set<String> DESCENTS =
      Set.of("properties", "items", "prefixItems", "additionalProperties", "patternProperties");
  private static final Set<String> NAMED = Set.of("properties", "patternProperties");

  private final JsonNode schema;
  private final JsonNode instance;

  /**
   * @param schema the schema that was validated against, free of references
   * @param instance what was validated
   */
  Complaints(JsonNode schema, JsonNode instance) {
    this.schema = schema;
    this.instance = instance;
  }

  /** The complaint behind an error, or nothing if it speaks of a form that was not meant. */
  Optional<String> of(Error error) {
    NodePath path = error.getEvaluationPath();
    NodePath location = error.getInstanceLocation();
    JsonNode at = schema;
    JsonNode value = instance;
    String pointer = "";
    boolean keyword = true;
    for (int i = 0, depth = 0; i < path.getNameCount() - 1; i++) {
      Object step = path.getElement(i);
      if (step instanceof Integer branch && i > 0 && CHOICES.contains(path.getName(i - 1))) {
        Forms forms = new Forms(at);
        Optional<Integer> meant = forms.meant(value);
        if (!meant.equals(Optional.of(branch))) {
          return meant.isPresent() ? Optional.empty() : forms.complaint(pointer, value);
        }
      }
      if (keyword && DESCENTS.contains(step)) {
        String name = location.getName(depth++);
        value = child(value, name);
        pointer = Pointer.child(pointer, name);
      }
      keyword = !(keyword && NAMED.contains(step));
      at = child(at, path.getName(i));
    }
    return Wording.of(error, pointer, at);
  }

  private static JsonNode child(JsonNode node, String name) {
    JsonNode child = node.isArray() ? node.get(Integer.parseInt(name)) : node.get(name);
    return child == null ? MissingNode.getInstance() : child;
  }
}

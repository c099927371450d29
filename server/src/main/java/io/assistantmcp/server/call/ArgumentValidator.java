package io.assistantmcp.server.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.assistantmcp.tool.McpTool;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Checks arguments against a tool's enforced schema. Nothing is loaded before the first call. */
final class ArgumentValidator {

  private static final URI ROOT = URI.create("tool:/arguments");

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** Everything that is wrong, each line a JSON pointer and a sentence; empty if nothing is. */
  List<String> problems(McpTool tool, Map<String, @Nullable Object> arguments) {
    SortedSet<String> problems = new TreeSet<>();
    JsonElement instance = new Instance(problems).of(arguments);
    Schema schema = schemas.computeIfAbsent(tool.definition().name(), name -> Schema.of(tool));
    List<Error> errors = schema.validator().validate(ROOT, instance).getErrors();
    Complaints complaints = new Complaints(schema.tree(), instance);
    errors.forEach(error -> problems.addAll(complaints.of(error)));
    if (problems.isEmpty() && !errors.isEmpty()) {
      // Whatever is invalid must not leave, even if nothing better can be said about it.
      problems.add(errors.get(0).getInstanceLocation() + ": must be exactly one of the forms");
    }
    return List.copyOf(problems);
  }

  private record Schema(JsonElement tree, Validator validator) {

    static Schema of(McpTool tool) {
      JsonElement tree = JsonParser.parseString(tool.definition().schema().enforced());
      Validator validator =
          new ValidatorFactory()
              .withJsonNodeFactory(new GsonNode.Factory())
              // Ours come from the build, and are checked there.
              .withDisabledSchemaValidation(true)
              .createValidator();
      validator.registerSchema(ROOT, tree);
      return new Schema(tree, validator);
    }
  }
}

package io.assistantmcp.server.call;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.assistantmcp.tool.McpTool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks arguments against a tool's enforced schema. Nothing is loaded before the first call. */
final class ArgumentValidator {

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** Everything that is wrong, each line a JSON pointer and a sentence; empty if nothing is. */
  List<String> problems(McpTool tool, Map<String, @Nullable Object> arguments) {
    Set<String> problems = new LinkedHashSet<>();
    JsonNode instance = new Instance(problems).of(arguments);
    Schema schema = schemas.computeIfAbsent(tool.definition().name(), name -> parse(tool));
    Complaints complaints = new Complaints(schema.getSchemaNode(), instance);
    List<Error> errors = schema.validate(instance);
    errors.forEach(error -> complaints.of(error).ifPresent(problems::add));
    if (problems.isEmpty() && !errors.isEmpty()) {
      // Whatever is invalid must not leave, even if nothing better can be said about it.
      problems.add(errors.get(0).getInstanceLocation() + ": is none of the allowed forms");
    }
    return List.copyOf(problems);
  }

  private static Schema parse(McpTool tool) {
    return Dialect.REGISTRY.getSchema(tool.definition().schema().enforced(), InputFormat.JSON);
  }

  /** Built when first used. */
  private static final class Dialect {

    static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));
  }
}

package io.assistantmcp.server.registry;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * Takes every schema for valid. Ours come from the build and are checked there; the SDK would check
 * them again at each start, which takes longer than all the rest of it.
 */
final class TrustedSchemas implements JsonSchemaValidator {

  @Override
  public ValidationResponse validate(Map<String, Object> schema, Object content) {
    return ValidationResponse.asValid(null);
  }
}

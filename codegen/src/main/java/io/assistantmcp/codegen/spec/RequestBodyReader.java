package io.assistantmcp.codegen.spec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.Optional;

/** Reads an operation's request body. */
final class RequestBodyReader {

  private static final String JSON = "application/json";

  private final References references;
  private final SchemaReader schemas;
  private final SpecProblems problems;

  RequestBodyReader(References references, SchemaReader schemas, SpecProblems problems) {
    this.references = references;
    this.schemas = schemas;
    this.problems = problems;
  }

  Optional<RequestBody> read(JsonPointer operation, JsonObject node) {
    if (!(node.get("requestBody") instanceof JsonObject body)) {
      return Optional.empty();
    }
    return references.resolve(operation.child("requestBody"), body).flatMap(this::json);
  }

  private Optional<RequestBody> json(References.Target body) {
    JsonElement content = body.node().get("content");
    if (content instanceof JsonObject types
        && types.get(JSON) instanceof JsonObject json
        && json.get("schema") instanceof JsonObject schema) {
      JsonPointer pointer = body.pointer().child("content").child(JSON).child("schema");
      boolean required = new JsonPrimitive(true).equals(body.node().get("required"));
      int before = problems.reports();
      RequestBody whole = new RequestBody(pointer, required, schemas.read(pointer, schema));
      return problems.reports() == before ? Optional.of(whole) : Optional.empty();
    }
    problems.report(
        body.pointer(),
        "is a request body without a JSON schema, which no tool can send",
        "give it an application/json schema or take the operation out of operations.yaml");
    return Optional.empty();
  }
}

package io.assistantmcp.codegen.spec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.codegen.spec.RequestBody.Encoding;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.Optional;

/** Reads an operation's request body. */
final class RequestBodyReader {

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
    return references.resolve(operation.child("requestBody"), body).flatMap(this::read);
  }

  /** In the first encoding that there is; JSON loses least. */
  private Optional<RequestBody> read(References.Target body) {
    JsonElement content = body.node().get("content");
    for (Encoding encoding : Encoding.values()) {
      if (content instanceof JsonObject types
          && types.get(encoding.mediaType()) instanceof JsonObject media
          && media.get("schema") instanceof JsonObject schema) {
        return read(body, encoding, schema);
      }
    }
    problems.report(
        body.pointer(),
        "is a request body with a schema for neither JSON nor a form, which no tool can send",
        "give it an application/json schema or take the operation out of operations.yaml");
    return Optional.empty();
  }

  private Optional<RequestBody> read(References.Target body, Encoding encoding, JsonObject schema) {
    JsonPointer pointer =
        body.pointer().child("content").child(encoding.mediaType()).child("schema");
    boolean required = new JsonPrimitive(true).equals(body.node().get("required"));
    int before = problems.reports();
    RequestBody whole = new RequestBody(pointer, required, encoding, schemas.read(pointer, schema));
    return problems.reports() == before ? Optional.of(whole) : Optional.empty();
  }
}

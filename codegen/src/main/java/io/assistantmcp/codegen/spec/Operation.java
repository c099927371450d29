package io.assistantmcp.codegen.spec;

import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.tool.AnswerForm;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the document.
 *
 * @param pointer where it stands
 * @param id its operationId
 * @param method the HTTP method, upper case
 * @param path the path template
 * @param description the sentence a model is told
 * @param tool what {@code x-tool} says
 * @param parameters path and query parameters in the document's order
 * @param body the request body, if it takes one
 * @param answer what a success of it is
 */
public record Operation(
    JsonPointer pointer,
    String id,
    String method,
    String path,
    String description,
    ToolFacts tool,
    List<Parameter> parameters,
    Optional<RequestBody> body,
    AnswerForm answer) {}

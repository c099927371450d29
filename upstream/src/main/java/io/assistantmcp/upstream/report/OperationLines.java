package io.assistantmcp.upstream.report;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;

/** What openapi-diff says of one operation, schemas aside, as lines. */
final class OperationLines {

  private static final String REMOVED = "removed";
  private static final String ADDED = "added";

  private final ChangedOperation operation;
  private final List<Line> lines = new ArrayList<>();

  OperationLines(ChangedOperation operation) {
    this.operation = operation;
  }

  List<Line> lines() {
    if (operation.isDeprecated()) {
      deprecation("", operation.getNewOperation().getDeprecated());
    }
    if (operation.getParameters() != null) {
      parameters(operation.getParameters());
    }
    if (operation.getRequestBody() != null) {
      body(operation.getRequestBody());
    }
    if (operation.getApiResponses() != null) {
      answers(operation.getApiResponses().getIncreased().keySet(), ADDED);
      answers(operation.getApiResponses().getMissing().keySet(), REMOVED);
      operation.getApiResponses().getChanged().forEach(this::answer);
    }
    if (operation.getSecurityRequirements() != null
        && operation.getSecurityRequirements().isDifferent()) {
      add("security", "changed", operation.getSecurityRequirements().isIncompatible());
    }
    return List.copyOf(lines);
  }

  private void parameters(ChangedParameters parameters) {
    for (Parameter added : parameters.getIncreased()) {
      boolean required = Boolean.TRUE.equals(added.getRequired());
      add(parameter(added), required ? "added, and required" : ADDED, required);
    }
    parameters.getMissing().forEach(missing -> add(parameter(missing), REMOVED, true));
    for (ChangedParameter changed : parameters.getChanged()) {
      String what = parameter(changed.getNewParameter());
      if (changed.isChangeRequired()) {
        required(what, Boolean.TRUE.equals(changed.getNewParameter().getRequired()));
      }
      if (changed.isChangeStyle() || changed.isChangeExplode()) {
        add(what, "sent in another style", true);
      }
      if (changed.isDeprecated()) {
        deprecation(what, changed.getNewParameter().getDeprecated());
      }
    }
  }

  private void deprecation(String what, @Nullable Boolean deprecated) {
    add(what, Boolean.TRUE.equals(deprecated) ? "deprecated" : "no longer deprecated", false);
  }

  private static String parameter(Parameter parameter) {
    return parameter.getIn() + " `" + parameter.getName() + "`";
  }

  private void required(String what, boolean required) {
    add(what, required ? "now required" : "no longer required", required);
  }

  private void body(ChangedRequestBody body) {
    if (body.getOldRequestBody() == null || body.getNewRequestBody() == null) {
      boolean added = body.getOldRequestBody() == null;
      boolean required = added && Boolean.TRUE.equals(body.getNewRequestBody().getRequired());
      add("body", added ? ADDED : REMOVED, !added || required);
      return;
    }
    if (body.isChangeRequired()) {
      required("body", Boolean.TRUE.equals(body.getNewRequestBody().getRequired()));
    }
    contents("body", body.getContent());
  }

  private void answers(Collection<String> statuses, String text) {
    for (String status : statuses) {
      add("answer " + status, text, text.equals(REMOVED) && status.startsWith("2"));
    }
  }

  private void answer(String status, ChangedResponse answer) {
    String what = "answer " + status;
    contents(what, answer.getContent());
    ChangedHeaders headers = answer.getHeaders();
    if (headers != null) {
      names(what + ", header", headers.getIncreased(), ADDED, false);
      names(what + ", header", headers.getMissing(), REMOVED, true);
      names(what + ", header", headers.getChanged(), "changed", false);
    }
  }

  private void contents(String what, @Nullable ChangedContent content) {
    if (content != null) {
      names(what + " as", content.getIncreased(), ADDED, false);
      names(what + " as", content.getMissing(), REMOVED, true);
    }
  }

  private void names(String what, Map<String, ?> named, String text, boolean breaking) {
    named.keySet().forEach(name -> add(what + " `" + name + "`", text, breaking));
  }

  private void add(String what, String text, boolean breaking) {
    lines.add(new Line(what, text, breaking));
  }
}

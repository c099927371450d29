package io.assistantmcp.codegen.plan;

import com.google.gson.JsonObject;
import io.assistantmcp.codegen.plan.ClientArgument.Body;
import io.assistantmcp.codegen.plan.ClientArgument.Path;
import io.assistantmcp.codegen.plan.ClientArgument.Query;
import io.assistantmcp.codegen.plan.ClientArgument.QueryForm;
import io.assistantmcp.codegen.plan.ClientArgument.Whole;
import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.Parameter;
import io.assistantmcp.codegen.spec.Parameter.Location;
import io.assistantmcp.codegen.spec.PropertyName;
import io.assistantmcp.codegen.spec.RequestBody;
import io.assistantmcp.codegen.spec.SpecProblems;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** Plans the arguments of one tool and the client call they become. */
final class ArgumentPlanner {

  /** The argument that is a body which has no properties of its own. */
  private static final String WHOLE = "body";

  private final Operation operation;
  private final SpecProblems problems;
  private final InputSchema input = new InputSchema();
  private final List<ClientArgument> required = new ArrayList<>();
  private final List<ClientArgument> optional = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();

  ArgumentPlanner(Operation operation, SpecProblems problems) {
    this.operation = operation;
    this.problems = problems;
  }

  void plan() {
    operation.parameters().forEach(this::addParameter);
    operation.body().ifPresent(this::addBody);
  }

  InputSchema input() {
    return input;
  }

  /** The arguments in the client's order: those a request must have come first. */
  List<ClientArgument> call() {
    List<ClientArgument> call = new ArrayList<>(required);
    call.addAll(optional);
    return List.copyOf(call);
  }

  private void addParameter(Parameter parameter) {
    // "include[]" is how a list is spelt on the wire; no model API takes it as a property name.
    String name = parameter.name().replaceFirst("\\[]$", "");
    if (!PropertyName.isAccepted(name)) {
      problems.report(
          parameter.pointer(),
          "is named \"" + parameter.name() + "\", a name that model APIs refuse",
          "mark it x-tool-omit in overlay.yaml, or rename it upstream");
    }
    elsewhere.add(name);
    Shape shape = new ShapeReader(problems, parameter.pointer()).read(parameter.schema());
    if (parameter.location() == Location.PATH) {
      addPathValue(parameter, name, shape);
    } else {
      addQueryValue(parameter, name, shape);
    }
  }

  private void addPathValue(Parameter parameter, String name, Shape shape) {
    if (!(shape instanceof Shape.Text)) {
      problems.report(
          parameter.pointer(), "is a path parameter that is no string", "make it a string");
    }
    reportIfTaken(input.addPathValue(name, parameter.schema(), shape), parameter.pointer(), name);
    required.add(new Path(name));
  }

  private void addQueryValue(Parameter parameter, String name, Shape shape) {
    boolean added = input.add(name, parameter.schema(), shape, parameter.required());
    reportIfTaken(added, parameter.pointer(), name);
    (parameter.required() ? required : optional).add(new Query(name, form(parameter, shape)));
  }

  private QueryForm form(Parameter parameter, Shape shape) {
    if (shape instanceof Shape.Numeric number) {
      return number.integer() ? QueryForm.INTEGER : QueryForm.NUMBER;
    }
    if (shape instanceof Shape.Flag) {
      return QueryForm.BOOLEAN;
    }
    if (shape instanceof Shape.Sequence list && list.items() instanceof Shape.Text) {
      return QueryForm.STRINGS;
    }
    if (!(shape instanceof Shape.Text)) {
      problems.report(
          parameter.pointer(),
          "is a query parameter that is neither a plain value nor a list of strings",
          "mark it x-tool-omit in overlay.yaml, or simplify its schema there");
    }
    return QueryForm.STRING;
  }

  private void addBody(RequestBody body) {
    Shape shape = new ShapeReader(problems, body.pointer()).read(body.schema());
    if (shape instanceof Shape.Structure structure
        && structure.others().isEmpty()
        && !structure.properties().isEmpty()) {
      addFields(body, structure);
    } else {
      reportIfTaken(input.add(WHOLE, body.schema(), shape, body.required()), body.pointer(), WHOLE);
      (body.required() ? required : optional).add(new Whole(WHOLE));
    }
  }

  /** Each property becomes an argument. */
  private void addFields(RequestBody body, Shape.Structure structure) {
    JsonObject schema = body.schema();
    JsonObject properties =
        schema.get("properties") instanceof JsonObject own ? own : new JsonObject();
    structure
        .properties()
        .forEach(
            (name, property) -> {
              boolean needed = body.required() && structure.required().contains(name);
              boolean added = input.add(name, member(properties, name), property, needed);
              reportIfTaken(added, body.pointer().child("properties").child(name), name);
            });
    Composition.of(schema).ifPresent(input::restrict);
    (body.required() ? required : optional).add(new Body(List.copyOf(elsewhere)));
  }

  private static JsonObject member(JsonObject properties, String name) {
    return properties.get(name) instanceof JsonObject schema ? schema : new JsonObject();
  }

  private void reportIfTaken(boolean added, JsonPointer pointer, String name) {
    if (!added) {
      problems.report(
          pointer,
          "is an argument named " + name + ", as another of the same operation is",
          "mark one of them x-tool-omit in overlay.yaml");
    }
  }
}

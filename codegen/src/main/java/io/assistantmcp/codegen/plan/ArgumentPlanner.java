package io.assistantmcp.codegen.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.codegen.plan.ClientArgument.Body;
import io.assistantmcp.codegen.plan.ClientArgument.Cookie;
import io.assistantmcp.codegen.plan.ClientArgument.Form;
import io.assistantmcp.codegen.plan.ClientArgument.Header;
import io.assistantmcp.codegen.plan.ClientArgument.Multipart;
import io.assistantmcp.codegen.plan.ClientArgument.Part;
import io.assistantmcp.codegen.plan.ClientArgument.Path;
import io.assistantmcp.codegen.plan.ClientArgument.Query;
import io.assistantmcp.codegen.plan.ClientArgument.QueryForm;
import io.assistantmcp.codegen.plan.ClientArgument.StyledQuery;
import io.assistantmcp.codegen.plan.ClientArgument.Whole;
import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.Parameter;
import io.assistantmcp.codegen.spec.Parameter.Location;
import io.assistantmcp.codegen.spec.PropertyName;
import io.assistantmcp.codegen.spec.RequestBody;
import io.assistantmcp.codegen.spec.RequestBody.Encoding;
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
  private final List<Part> parts = new ArrayList<>();
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

  /** What is added to the client's request. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  private void addParameter(Parameter parameter) {
    String name = parameter.argument();
    if (!PropertyName.isAccepted(name)) {
      problems.report(
          parameter.pointer(),
          "is named \"" + parameter.name() + "\", a name that model APIs refuse",
          "give it an x-tool-name in overlay.yaml, or mark it x-tool-omit there");
    }
    elsewhere.add(name);
    Shape shape = new ShapeReader(problems, parameter.pointer()).read(parameter.schema());
    if (parameter.location() == Location.PATH) {
      addPathValue(parameter, name, shape);
    } else {
      boolean added = input.add(name, parameter.schema(), shape, parameter.required());
      reportIfTaken(added, parameter.pointer(), name);
      addValue(parameter, name, shape);
    }
  }

  private void addPathValue(Parameter parameter, String name, Shape shape) {
    boolean whole = shape instanceof Shape.Numeric number && number.integer();
    if (!(shape instanceof Shape.Text) && !whole) {
      problems.report(
          parameter.pointer(),
          "is a path parameter that is neither a string nor an integer",
          "make it a string");
    }
    if (!name.equals(parameter.name())) {
      problems.report(
          parameter.pointer(),
          "is a path parameter that has to be called by another name, " + name,
          "rename it upstream, in the path as well");
    }
    reportIfTaken(input.addPathValue(name, parameter.schema(), shape), parameter.pointer(), name);
    required.add(new Path(name));
  }

  private void addValue(Parameter parameter, String name, Shape shape) {
    switch (parameter.location()) {
      case HEADER -> parts.add(new Header(name, parameter.name()));
      case COOKIE -> parts.add(new Cookie(name, parameter.name()));
      default ->
          parameter
              .style()
              .ifPresentOrElse(
                  style -> parts.add(new StyledQuery(name, parameter.name(), style)),
                  () ->
                      (parameter.required() ? required : optional)
                          .add(new Query(name, form(parameter, shape))));
    }
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
    } else if (body.encoding() != Encoding.JSON) {
      problems.report(
          body.pointer(),
          "is a form that is no object with properties",
          "write its properties out in overlay.yaml");
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
    List<String> others = List.copyOf(elsewhere);
    switch (body.encoding()) {
      case JSON -> (body.required() ? required : optional).add(new Body(others));
      case FORM -> parts.add(new Form(others));
      case MULTIPART -> parts.add(new Multipart(files(properties), others));
    }
  }

  private static List<String> files(JsonObject properties) {
    return properties.keySet().stream()
        .filter(name -> new JsonPrimitive("binary").equals(member(properties, name).get("format")))
        .toList();
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

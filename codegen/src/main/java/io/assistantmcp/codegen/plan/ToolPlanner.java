package io.assistantmcp.codegen.plan;

import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.SpecProblems;
import io.assistantmcp.openapi.document.JsonPointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Decides for each operation what its tool is. */
public final class ToolPlanner {

  private static final Pattern TOOL_NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final int TOOL_NAME_LIMIT = 40;

  private final SpecProblems problems;

  public ToolPlanner(SpecProblems problems) {
    this.problems = problems;
  }

  /** The tools, sorted by name. */
  public List<ToolPlan> plan(List<Operation> operations) {
    Map<String, Operation> names = new HashMap<>();
    List<ToolPlan> plans = new ArrayList<>();
    for (Operation operation : operations) {
      checkNames(operation, names);
      ArgumentPlanner arguments = new ArgumentPlanner(operation, problems);
      arguments.plan();
      plans.add(
          new ToolPlan(
              operation,
              className(operation.tool().name()),
              arguments.call(),
              arguments.parts(),
              arguments.input().enforced(),
              arguments.input().shown()));
    }
    plans.sort(Comparator.comparing(plan -> plan.operation().tool().name()));
    return List.copyOf(plans);
  }

  private void checkNames(Operation operation, Map<String, Operation> names) {
    JsonPointer tool = operation.pointer().child("x-tool");
    checkName(tool.child("name"), operation.tool().name(), operation, names);
    List<String> aliases = operation.tool().aliases();
    for (int i = 0; i < aliases.size(); i++) {
      checkName(tool.child("aliases").child(i), aliases.get(i), operation, names);
    }
  }

  private void checkName(
      JsonPointer pointer, String name, Operation operation, Map<String, Operation> names) {
    if (!TOOL_NAME.matcher(name).matches() || name.length() > TOOL_NAME_LIMIT) {
      problems.report(
          pointer,
          "is \"" + name + "\", no name for a tool",
          "take lower-case words joined by '_', at most " + TOOL_NAME_LIMIT + " characters");
    }
    Operation other = names.putIfAbsent(name, operation);
    if (other != null) {
      problems.report(
          pointer,
          "is " + name + ", a name of the tool of " + other.id() + " too",
          "rename one of them in operations.yaml");
    }
  }

  private static String className(String toolName) {
    StringBuilder name = new StringBuilder();
    for (String word : toolName.split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.append("Tool").toString();
  }
}

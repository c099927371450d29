package io.assistantmcp.codegen.plan;

import io.assistantmcp.codegen.spec.Operation;
import io.assistantmcp.codegen.spec.SpecProblems;
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
      checkName(operation, names);
      ArgumentPlanner arguments = new ArgumentPlanner(operation, problems);
      arguments.plan();
      plans.add(
          new ToolPlan(
              operation,
              className(operation.tool().name()),
              arguments.call(),
              arguments.input().enforced(),
              arguments.input().shown()));
    }
    plans.sort(Comparator.comparing(plan -> plan.operation().tool().name()));
    return List.copyOf(plans);
  }

  private void checkName(Operation operation, Map<String, Operation> names) {
    String name = operation.tool().name();
    if (!TOOL_NAME.matcher(name).matches() || name.length() > TOOL_NAME_LIMIT) {
      problems.report(
          operation.pointer().child("x-tool").child("name"),
          "is \"" + name + "\", no name for a tool",
          "take lower-case words joined by '_', at most " + TOOL_NAME_LIMIT + " characters");
    }
    Operation other = names.putIfAbsent(name, operation);
    if (other != null) {
      problems.report(
          operation.pointer().child("x-tool").child("name"),
          "is " + name + ", the name of the tool of " + other.id() + " too",
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

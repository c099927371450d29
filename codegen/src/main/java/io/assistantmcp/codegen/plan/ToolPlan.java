package io.assistantmcp.codegen.plan;

import com.google.gson.JsonObject;
import io.assistantmcp.codegen.spec.Operation;
import java.util.List;

/**
 * One tool, ready to be rendered.
 *
 * @param operation the operation it stands for
 * @param className the simple name of its class
 * @param call the client method's arguments, in order
 * @param parts what is added to the client's request, in order
 * @param enforced the schema arguments are checked against
 * @param shown the shape of what a client is shown
 */
public record ToolPlan(
    Operation operation,
    String className,
    List<ClientArgument> call,
    List<ClientArgument.Part> parts,
    JsonObject enforced,
    Shape.Structure shown) {}

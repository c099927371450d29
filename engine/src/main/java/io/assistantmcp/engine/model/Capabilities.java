package io.assistantmcp.engine.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelConfig.Api;
import java.util.List;
import java.util.Optional;

/**
 * What a provider can be asked for.
 *
 * @param api the API it is spoken to in
 * @param provider host and port, as messages name it
 * @param hostedTools whether it runs file search and the code interpreter itself
 * @param imageFiles whether it finds uploaded images by their id
 * @param unsupported what to do about hosted tools where there are none
 */
public record Capabilities(
    Api api, String provider, boolean hostedTools, boolean imageFiles, Unsupported unsupported) {

  /** What is done about a tool that the provider does not have. */
  public enum Unsupported {
    REJECT,
    DROP
  }

  /** Whether the provider is sent such a tool. */
  public boolean has(JsonObject tool) {
    return hostedTools || isFunction(tool);
  }

  /** Why a run with these tools cannot be, or nothing. */
  public Optional<String> complaint(List<JsonObject> tools) {
    return unsupported == Unsupported.DROP
        ? Optional.empty()
        : tools.stream().filter(tool -> !has(tool)).findFirst().map(this::complaint);
  }

  private String complaint(JsonObject tool) {
    String cure =
        api == Api.RESPONSES
            ? "if the provider has it after all, set " + ModelConfig.HOSTED_TOOLS + "=on"
            : "use a provider that has it by " + ModelConfig.API + "=responses";
    return ("The tool '%s' runs at the model's provider, and %s is not known to have it. Remove the"
            + " tool; or set %s=drop, and runs go without it; or %s.")
        .formatted(type(tool), provider, ModelConfig.UNSUPPORTED_TOOLS, cure);
  }

  private static boolean isFunction(JsonObject tool) {
    return type(tool).equals("function");
  }

  private static String type(JsonObject tool) {
    JsonElement type = tool.get("type");
    return type == null ? "" : type.getAsString();
  }
}

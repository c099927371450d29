package io.assistantmcp.engine.model;

import java.util.List;

/**
 * One call of a model.
 *
 * @param model the model as its provider names it, see {@link ModelNames}
 * @param instructions what the model is told before all else, or empty
 * @param input the conversation, oldest first, then what happened in this run so far
 * @param tools what the model may use
 * @param generation how it should answer
 */
public record ModelRequest(
    String model,
    String instructions,
    List<InputItem> input,
    ToolUse tools,
    Generation generation) {

  public ModelRequest {
    input = List.copyOf(input);
  }
}

package io.assistantmcp.engine.model.provider;

import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelConfig;

/** Makes the model that a configuration asks for. */
public final class Models {

  private Models() {}

  /** A model that may be called by many threads at once. */
  public static Model open(ModelConfig config) {
    return switch (config.api()) {
      case RESPONSES -> new ResponsesModel(config);
      case CHAT -> new ChatModel(config);
      case ECHO -> new EchoModel(config);
    };
  }
}

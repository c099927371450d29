package io.assistantmcp.engine.run;

import io.assistantmcp.engine.model.ModelRequest;

/** What comes of the question what to ask a model. */
sealed interface Prompt {

  record Ask(ModelRequest request) implements Prompt {}

  /** A limit of the run leaves no room for another call. */
  record NoRoom(String limit) implements Prompt {}
}

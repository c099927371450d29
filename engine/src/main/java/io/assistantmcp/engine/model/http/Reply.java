package io.assistantmcp.engine.model.http;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelAnswer;

/** What came of a request, repetitions included. */
public sealed interface Reply {

  /** An object, which is all that is known of it. */
  record Body(JsonObject json) implements Reply {}

  /** No answer that could be used. */
  record Failure(ModelAnswer.Failed failed) implements Reply {}
}

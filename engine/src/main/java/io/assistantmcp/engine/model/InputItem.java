package io.assistantmcp.engine.model;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what a model is shown. */
public sealed interface InputItem {

  /** A message of the thread. */
  record Message(Role role, List<Part> parts) implements InputItem {
    public Message {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Something the model put out earlier in this run.
   *
   * @param raw what {@link OutputItem#raw()} gave then
   */
  record Replay(JsonObject raw) implements InputItem {}

  /**
   * What came of a function call.
   *
   * @param callId the id of {@link OutputItem.FunctionCall}
   */
  record FunctionOutput(String callId, String output) implements InputItem {}

  /** Who wrote a message. */
  enum Role {
    USER,
    ASSISTANT
  }

  /** A part of a message. */
  sealed interface Part {

    record Text(String text) implements Part {}

    record ImageUrl(String url, @Nullable String detail) implements Part {}

    record ImageFile(String fileId, @Nullable String detail) implements Part {}
  }
}

package io.assistantmcp.engine.model;

import com.google.gson.JsonObject;
import java.util.List;

/** Something a model put out. */
public sealed interface OutputItem {

  /**
   * The item to keep for {@link InputItem.Replay}. It is an item of the Responses API whichever API
   * it came from, so that a run can go on with another one; private to this package's models.
   */
  JsonObject raw();

  /** A message to the user. */
  record Message(List<ContentPart> parts, JsonObject raw) implements OutputItem {
    public Message {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The model wants a function called.
   *
   * @param callId an id in the form that clients of the Assistants API know: {@code call_…}
   * @param arguments JSON, as far as the model got it right
   */
  record FunctionCall(String callId, String name, String arguments, JsonObject raw)
      implements OutputItem {}

  /** The provider searched files. */
  record FileSearch(String id, List<Result> results, JsonObject raw) implements OutputItem {
    public FileSearch {
      results = List.copyOf(results);
    }

    /** A piece of a file that was found. */
    public record Result(String fileId, String fileName, Number score, String text) {}
  }

  /** The provider ran code. */
  record CodeInterpreter(String id, String code, List<CodeOutput> outputs, JsonObject raw)
      implements OutputItem {
    public CodeInterpreter {
      outputs = List.copyOf(outputs);
    }
  }

  /** Anything that only the model needs to see again, such as its reasoning. */
  record Other(JsonObject raw) implements OutputItem {}

  /** What code put out. */
  sealed interface CodeOutput {

    record Logs(String logs) implements CodeOutput {}

    record Image(String fileId) implements CodeOutput {}
  }
}

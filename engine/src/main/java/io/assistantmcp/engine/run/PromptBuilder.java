package io.assistantmcp.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.ToolUse;
import io.assistantmcp.engine.model.Usage;
import io.assistantmcp.engine.store.RunRow;
import io.assistantmcp.engine.store.Session;
import io.assistantmcp.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts together what a run asks its model: its thread, and what happened in it so far. */
final class PromptBuilder {

  private static final String PROMPT_LIMIT = "max_prompt_tokens";
  private static final String COMPLETION_LIMIT = "max_completion_tokens";

  // What the Responses API takes at least.
  private static final int SMALLEST_ANSWER = 16;

  private final RunConfig config;
  private final Truncation truncation = new Truncation();

  PromptBuilder(RunConfig config) {
    this.config = config;
  }

  /**
   * Builds the next prompt of a run.
   *
   * @param halvings how often the model has said that it was too long
   */
  Prompt build(Session session, RunRow run, int halvings) {
    Usage usage = RunLife.usage(run);
    Integer completion = left(run, COMPLETION_LIMIT, usage.completionTokens());
    if (completion != null && completion < SMALLEST_ANSWER) {
      return new Prompt.NoRoom(COMPLETION_LIMIT);
    }
    List<InputItem> since = new RunItems(session, run.id()).items();
    ThreadMessages thread = ThreadMessages.of(session, run);
    List<InputItem> messages = Truncation.atMost(thread.items(), thread.items().size() >> halvings);
    Tools tools = new Tools(session, run, thread);
    ModelRequest whole = request(run, messages, since, tools.use(since.isEmpty()), completion);
    Integer prompt = left(run, PROMPT_LIMIT, usage.promptTokens());
    int limit = smaller(prompt, config.contextTokens());
    if (truncation.sizes().fits(whole, limit)) {
      return new Prompt.Ask(whole);
    }
    int rest = truncation.sizes().of(request(run, List.of(), since, whole.tools(), completion));
    List<InputItem> fitting = truncation.fitting(messages, limit - rest);
    ModelRequest cut = request(run, fitting, since, whole.tools(), completion);
    return prompt != null && truncation.sizes().of(cut) > prompt
        ? new Prompt.NoRoom(PROMPT_LIMIT)
        : new Prompt.Ask(cut);
  }

  private ModelRequest request(
      RunRow run,
      List<InputItem> messages,
      List<InputItem> since,
      ToolUse tools,
      @Nullable Integer completion) {
    List<InputItem> input = new ArrayList<>(messages);
    input.addAll(since);
    JsonObject fields = run.body();
    String instructions = Json.string(fields, "instructions");
    Generation generation =
        new Generation(
            number(fields, "temperature"),
            number(fields, "top_p"),
            Json.string(fields, "reasoning_effort"),
            Json.at(fields, "response_format"),
            completion);
    return new ModelRequest(
        config.names().resolve(Objects.requireNonNull(Json.string(fields, "model"))),
        instructions == null ? "" : instructions,
        input,
        tools,
        generation);
  }

  /** What a limit of the run leaves, or null if there is no limit. */
  private static @Nullable Integer left(RunRow run, String limit, long used) {
    JsonElement value = Json.at(run.body(), limit);
    return value == null ? null : (int) Math.max(0, value.getAsLong() - used);
  }

  private static int smaller(@Nullable Integer prompt, int context) {
    int first = prompt == null ? Integer.MAX_VALUE : prompt;
    return context == 0 ? first : Math.min(first, context);
  }

  private static @Nullable Number number(JsonObject fields, String name) {
    JsonElement value = Json.at(fields, name);
    return value == null ? null : value.getAsNumber();
  }

  /** The tools of a run and what they look into. */
  private record Tools(Session session, RunRow run, ThreadMessages messages) {

    ToolUse use(boolean first) {
      List<JsonObject> definitions = new ArrayList<>();
      if (Json.at(run.body(), "tools") instanceof JsonArray tools) {
        tools.forEach(tool -> definitions.add(tool.getAsJsonObject()));
      }
      JsonElement parallel = Json.at(run.body(), "parallel_tool_calls");
      List<String> files = ids("code_interpreter", "file_ids");
      files.addAll(messages.files("code_interpreter"));
      return new ToolUse(
          definitions,
          choice(first),
          parallel == null ? null : parallel.getAsBoolean(),
          ids("file_search", "vector_store_ids"),
          files.stream().distinct().toList());
    }

    /** A choice that forces a call would force one forever. */
    private @Nullable JsonElement choice(boolean first) {
      JsonElement choice = Json.at(run.body(), "tool_choice");
      boolean none =
          choice != null && choice.isJsonPrimitive() && choice.getAsString().equals("none");
      return first || none ? choice : null;
    }

    /** What the run and its thread name, together. */
    private List<String> ids(String tool, String list) {
      JsonObject thread = session.of(run.tenant(), Table.THREADS).get(run.threadId()).body();
      List<String> ids = new ArrayList<>();
      for (JsonObject fields : List.of(run.body(), thread)) {
        if (Json.at(fields, "tool_resources", tool, list) instanceof JsonArray given) {
          given.forEach(id -> ids.add(id.getAsString()));
        }
      }
      return new ArrayList<>(ids.stream().distinct().toList());
    }
  }
}

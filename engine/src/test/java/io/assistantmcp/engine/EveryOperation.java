package io.assistantmcp.engine;

import io.assistantmcp.engine.LocalApi.Answer;
import io.assistantmcp.engine.api.ObjectKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A call of each operation, by its {@code operationId}, with ids that belong together or do not. In
 * this order all succeed if the run waits for the output of {@code call_a}, and its model does not
 * answer to that.
 */
record EveryOperation(
    LocalApi api, String assistant, String thread, String message, String run, String step) {

  /** Those that need no object. */
  static final Set<String> WITHOUT_ID = Set.of("listAssistants", "createAssistant", "createThread");

  /** With ids that nobody has. */
  static EveryOperation onNothing(LocalApi api) {
    return new EveryOperation(
        api,
        ObjectKind.ASSISTANT.newId(),
        ObjectKind.THREAD.newId(),
        ObjectKind.MESSAGE.newId(),
        ObjectKind.RUN.newId(),
        ObjectKind.RUN_STEP.newId());
  }

  Answer call(String id) {
    return Optional.ofNullable(calls().get(id)).orElseThrow().get();
  }

  Map<String, Supplier<Answer>> calls() {
    String threadPath = "/threads/" + thread;
    String messagePath = threadPath + "/messages/" + message;
    String runPath = threadPath + "/runs/" + run;
    String start = "{\"assistant_id\":\"%s\"}".formatted(assistant);
    String metadata = "{\"metadata\":{\"k\":\"v\"}}";
    Map<String, Supplier<Answer>> calls = new LinkedHashMap<>();
    calls.put("createAssistant", () -> api.post("/assistants", "{\"model\":\"m\"}"));
    calls.put("createThread", () -> api.post("/threads", "{}"));
    calls.put("listAssistants", () -> api.get("/assistants"));
    calls.put("getAssistant", () -> api.get("/assistants/" + assistant));
    calls.put("getThread", () -> api.get(threadPath));
    calls.put("listMessages", () -> api.get(threadPath + "/messages"));
    calls.put("getMessage", () -> api.get(messagePath));
    calls.put("listRuns", () -> api.get(threadPath + "/runs"));
    calls.put("getRun", () -> api.get(runPath));
    calls.put("listRunSteps", () -> api.get(runPath + "/steps"));
    calls.put("getRunStep", () -> api.get(runPath + "/steps/" + step));
    calls.put("modifyAssistant", () -> api.post("/assistants/" + assistant, metadata));
    calls.put("modifyThread", () -> api.post(threadPath, metadata));
    calls.put("modifyMessage", () -> api.post(messagePath, metadata));
    calls.put("modifyRun", () -> api.post(runPath, metadata));
    calls.put(
        "submitToolOuputsToRun",
        () ->
            api.post(
                runPath + "/submit_tool_outputs",
                "{\"tool_outputs\":[{\"tool_call_id\":\"call_a\",\"output\":\"x\"}]}"));
    calls.put("cancelRun", () -> api.post(runPath + "/cancel", "{}"));
    calls.put(
        "createMessage",
        () -> api.post(threadPath + "/messages", "{\"role\":\"user\",\"content\":\"Hi\"}"));
    calls.put("createRun", () -> api.post(threadPath + "/runs", start));
    calls.put("createThreadAndRun", () -> api.post("/threads/runs", start));
    calls.put("deleteMessage", () -> api.delete(messagePath));
    calls.put("deleteThread", () -> api.delete(threadPath));
    calls.put("deleteAssistant", () -> api.delete("/assistants/" + assistant));
    return calls;
  }

  /** The same with nothing that could succeed. */
  Map<String, Supplier<Answer>> failingCalls() {
    Map<String, Supplier<Answer>> calls = calls();
    calls.put("listAssistants", () -> api.get("/assistants?limit=0"));
    calls.put("createAssistant", () -> api.post("/assistants", "{}"));
    calls.put("createThread", () -> api.post("/threads", "{\"surprise\":1}"));
    return calls;
  }
}

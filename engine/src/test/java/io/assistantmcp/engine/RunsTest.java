package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.fails;
import static io.assistantmcp.engine.ScriptedModel.hangs;
import static io.assistantmcp.engine.ScriptedModel.isCutShort;
import static io.assistantmcp.engine.ScriptedModel.message;
import static io.assistantmcp.engine.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.assistantmcp.engine.LocalApi.Answer;
import io.assistantmcp.engine.api.Requests;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import io.assistantmcp.engine.model.ModelRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {

  private static final String FUNCTION =
      "{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}";

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();
  private LocalApi api;

  @BeforeEach
  void open() {
    api = new TestEngine(folder).model(model).open();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void answersInTheThread() throws Exception {
    Conversation talk = Conversation.on(api);
    Answer created = talk.start("");
    assertThat(created.id()).matches("run_[A-Za-z0-9]{24}");
    assertThat(created.headers().get("openai-poll-after-ms")).isEqualTo("200");
    JsonObject queued = created.ok();
    assertThat(queued.get("status").getAsString()).isEqualTo("queued");
    assertThat(queued.get("expires_at").getAsLong())
        .isEqualTo(queued.get("created_at").getAsLong() + 600);
    assertThat(queued.get("usage")).isEqualTo(JsonNull.INSTANCE);
    assertThat(queued.get("instructions").getAsString()).isEqualTo("Be brief.");

    JsonObject done = talk.settled(created.id());
    assertThat(done.get("status").getAsString()).isEqualTo("completed");
    assertThat(done.get("usage"))
        .isEqualTo(json("{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}"));
    assertThat(done.get("expires_at")).isEqualTo(JsonNull.INSTANCE);
    assertThat(done.get("started_at").getAsLong()).isPositive();
    assertThat(done.get("completed_at").getAsLong()).isPositive();
    assertThat(talk.texts("")).containsExactly("Hello", "Hi");
    assertThat(talk.texts("?run_id=" + created.id())).containsExactly("Hello");

    JsonObject step = talk.steps(created.id()).get(0);
    assertThat(step.get("id").getAsString()).matches("step_[A-Za-z0-9]{24}");
    assertThat(step.get("type").getAsString()).isEqualTo("message_creation");
    assertThat(step.get("status").getAsString()).isEqualTo("completed");
    String stepPath = talk.path(created.id()) + "/steps/" + step.get("id").getAsString();
    assertThat(api.get(stepPath).ok()).isEqualTo(step);
    assertThat(api.get(talk.path() + "/runs").ids()).containsExactly(created.id());
  }

  @Test
  void asksTheModelWhatTheRunSays() throws Exception {
    Conversation talk =
        Conversation.on(
            api, "{\"model\":\"gpt-4o\",\"instructions\":\"Be brief.\",\"temperature\":0.5}");
    String run =
        talk.start(
                ",\"additional_instructions\":\"Be kind.\",\"top_p\":0.9,\"model\":\"gpt-5\","
                    + "\"additional_messages\":[{\"role\":\"user\",\"content\":\"More\"}],"
                    + "\"response_format\":{\"type\":\"json_object\"},\"reasoning_effort\":\"low\","
                    + "\"max_completion_tokens\":300")
            .id();
    ModelRequest request = model.request();
    assertThat(request.model()).isEqualTo("gpt-5");
    assertThat(request.instructions()).isEqualTo("Be brief.\nBe kind.");
    assertThat(texts(request)).containsExactly("Hi", "More");
    assertThat(request.generation().temperature()).hasToString("0.5");
    assertThat(request.generation().topP()).hasToString("0.9");
    assertThat(request.generation().reasoningEffort()).isEqualTo("low");
    assertThat(request.generation().responseFormat()).isEqualTo(json("{\"type\":\"json_object\"}"));
    assertThat(request.generation().maxOutputTokens()).isEqualTo(300);
    talk.settled(run);
  }

  @Test
  void sendsOnlyWhatWasSet() throws Exception {
    Conversation talk = Conversation.on(api);
    JsonObject run = talk.settled(talk.start("").id());
    assertThat(run.get("temperature").getAsDouble()).isEqualTo(1.0);
    assertThat(model.request().generation()).isEqualTo(Generation.DEFAULT);
  }

  @Test
  void createsAThreadAndRunsOnIt() throws Exception {
    String assistant = api.post("/assistants", "{\"model\":\"m\"}").id();
    Answer run =
        api.post(
            "/threads/runs",
            ("{\"assistant_id\":\"%s\",\"thread\":{\"messages\":[{\"role\":\"user\","
                    + "\"content\":\"Hi\"}],\"metadata\":{\"k\":\"v\"}}}")
                .formatted(assistant));
    Conversation talk = new Conversation(api, assistant, run.get("thread_id").getAsString());
    assertThat(talk.settled(run.id()).get("status").getAsString()).isEqualTo("completed");
    assertThat(talk.texts("?order=asc")).containsExactly("Hi", "Hello");
    assertThat(api.get(talk.path()).get("metadata")).isEqualTo(json("{\"k\":\"v\"}"));
  }

  @Test
  void asksForFunctionsAndGoesOnWithTheirOutputs() throws Exception {
    model.then(
        completes(message("Let me see."), call("call_a", "weather"), call("call_b", "weather")));
    model.then(says("Sunny"));
    Conversation talk =
        Conversation.on(api, "{\"model\":\"m\",\"tools\":[%s]}".formatted(FUNCTION));
    String run = talk.start(",\"tool_choice\":\"required\"").id();
    JsonObject asking = talk.settled(run);
    assertThat(asking.get("status").getAsString()).isEqualTo("requires_action");
    assertThat(asking.get("usage")).isEqualTo(JsonNull.INSTANCE);
    assertThat(asking.get("required_action"))
        .isEqualTo(
            json(
                """
                {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": [
                  {"id": "call_a", "type": "function",
                   "function": {"name": "weather", "arguments": "{\\"city\\":\\"Oslo\\"}"}},
                  {"id": "call_b", "type": "function",
                   "function": {"name": "weather", "arguments": "{\\"city\\":\\"Oslo\\"}"}}]}}
                """));
    assertThat(talk.steps(run))
        .extracting(step -> step.get("status").getAsString())
        .containsExactly("completed", "in_progress");
    assertThat(talk.steps(run).get(1).get("usage")).isEqualTo(JsonNull.INSTANCE);

    Answer submitted = talk.submit(run, "call_b", "rain", "call_a", "sun");
    assertThat(submitted.get("status").getAsString()).isEqualTo("queued");
    assertThat(submitted.ok().get("required_action")).isEqualTo(JsonNull.INSTANCE);
    JsonObject done = talk.settled(run);
    assertThat(done.get("status").getAsString()).isEqualTo("completed");
    assertThat(done.getAsJsonObject("usage").get("total_tokens").getAsInt()).isEqualTo(30);
    assertThat(talk.texts("?order=asc")).containsExactly("Hi", "Let me see.", "Sunny");
    assertThat(talk.steps(run).get(1).getAsJsonObject("step_details").getAsJsonArray("tool_calls"))
        .extracting(one -> one.getAsJsonObject().getAsJsonObject("function").get("output"))
        .containsExactly(new JsonPrimitive("sun"), new JsonPrimitive("rain"));

    assertThat(model.request().tools().choice()).isEqualTo(new JsonPrimitive("required"));
    ModelRequest second = model.request();
    assertThat(second.tools().choice()).isNull();
    assertThat(texts(second)).containsExactly("Hi");
    assertThat(second.input().subList(1, 6))
        .containsExactly(
            new InputItem.Replay(ScriptedModel.raw("message", "Let me see.")),
            new InputItem.Replay(ScriptedModel.raw("function_call", "call_a")),
            new InputItem.Replay(ScriptedModel.raw("function_call", "call_b")),
            new InputItem.FunctionOutput("call_a", "sun"),
            new InputItem.FunctionOutput("call_b", "rain"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          call_a               | ['call_a']
          call_a,call_c        | ['call_a', 'call_c']
          call_a,call_b,call_b | ['call_a', 'call_b', 'call_b']
          """)
  void wantsAllOutputsAtOnce(String calls, String got) throws Exception {
    model.then(completes(call("call_a", "weather"), call("call_b", "weather")));
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    String[] outputs = calls.replaceAll("call_.", "$0,x").split(",");
    assertThat(talk.submit(run, outputs).error())
        .isEqualTo(
            "400 Expected tool outputs for call_ids ['call_a', 'call_b'], got %s [null, null]"
                .formatted(got));
    assertThat(talk.status(run)).isEqualTo("requires_action");
  }

  @Test
  void takesOutputsOnlyWhenItAsked() throws Exception {
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    talk.settled(run);
    assertThat(talk.submit(run, "call_a", "x").error())
        .isEqualTo("400 Runs in status \"completed\" do not accept tool outputs. [null, null]");
  }

  @Test
  void hasItsThreadToItself() throws Exception {
    model.then(completes(call("call_a", "weather")));
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    assertThat(talk.say("more").error())
        .isEqualTo(
            "400 Can't add messages to %s while a run %s is active. [null, null]"
                .formatted(talk.thread(), run));
    assertThat(talk.start("").error())
        .isEqualTo(
            "400 Thread %s already has an active run %s. [null, null]"
                .formatted(talk.thread(), run));
    assertThat(api.post(talk.path(), "{\"metadata\":{\"k\":\"v\"}}").status()).isEqualTo(200);
    talk.cancel(run).ok();
    assertThat(talk.say("more").status()).isEqualTo(200);
    assertThat(talk.settled(talk.start("").id()).get("status").getAsString())
        .isEqualTo("completed");
  }

  @Test
  void endsTheModelCallOfACancelledRunAtOnce() throws Exception {
    model.then(hangs());
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    model.request();
    talk.await(run, "in_progress");
    assertThat(talk.cancel(run).get("status").getAsString()).isEqualTo("cancelling");
    JsonObject cancelled = api.get(talk.path(run)).ok();
    assertThat(cancelled.get("status").getAsString()).isEqualTo("cancelled");
    assertThat(cancelled.get("cancelled_at").getAsLong()).isPositive();
    assertThat(talk.cancel(run).error())
        .isEqualTo("400 Cannot cancel run with status 'cancelled'. [null, null]");
    assertThat(talk.settled(talk.start("").id()).get("status").getAsString())
        .isEqualTo("completed");
    assertThat(talk.texts("?order=asc")).containsExactly("Hi", "Hello");
  }

  @Test
  void takesNoAnswerThatComesAfterTheRunWasCancelled() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    model.then(
        (request, key, token) -> {
          cancelled.await();
          answered.countDown();
          return says("too late").answer(request, key, token);
        });
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    model.request();
    talk.cancel(run).ok();
    cancelled.countDown();
    answered.await();
    assertThat(talk.settled(talk.start("").id()).get("status").getAsString())
        .isEqualTo("completed");
    assertThat(talk.status(run)).isEqualTo("cancelled");
    assertThat(talk.steps(run)).isEmpty();
    assertThat(talk.texts("?order=asc")).containsExactly("Hi", "Hello");
  }

  @Test
  void cancelsARunThatWaitsForItsClient() throws Exception {
    model.then(completes(call("call_a", "weather")));
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    assertThat(talk.cancel(run).get("status").getAsString()).isEqualTo("cancelling");
    assertThat(talk.status(run)).isEqualTo("cancelled");
    assertThat(talk.steps(run).get(0).get("status").getAsString()).isEqualTo("cancelled");
    assertThat(talk.submit(run, "call_a", "x").error())
        .isEqualTo("400 Runs in status \"cancelled\" do not accept tool outputs. [null, null]");
  }

  @Test
  void endsWithItsThread() throws Exception {
    model.then(hangs());
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    model.request();
    api.delete(talk.path()).ok();
    assertThat(api.get(talk.path(run)).error())
        .isEqualTo("404 No thread found with id '%s'. [null, null]".formatted(talk.thread()));
    Conversation next = Conversation.on(api);
    assertThat(next.settled(next.start("").id()).get("status").getAsString())
        .isEqualTo("completed");
  }

  @Test
  void finishesWithoutItsAssistant() throws Exception {
    model.then(completes(call("call_a", "weather")));
    model.then(says("Sunny"));
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    api.delete("/assistants/" + talk.assistant()).ok();
    talk.submit(run, "call_a", "sun").ok();
    assertThat(talk.settled(run).get("status").getAsString()).isEqualTo("completed");
    model.request();
    assertThat(model.request().instructions()).isEqualTo("Be brief.");
    assertThat(talk.start("").error())
        .isEqualTo("404 No assistant found with id '%s'. [null, null]".formatted(talk.assistant()));
  }

  @Test
  void keepsTheMetadataThatIsGivenWhileItRuns() throws Exception {
    model.then(ScriptedModel.takes(Duration.ofMillis(300), says("Hello")));
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    model.request();
    api.post(talk.path(run), "{\"metadata\":{\"k\":\"v\"}}").ok();
    JsonObject done = talk.settled(run);
    assertThat(done.get("status").getAsString()).isEqualTo("completed");
    assertThat(done.get("metadata")).isEqualTo(json("{\"k\":\"v\"}"));
  }

  @Test
  void isIncompleteWhenTheModelRunsOutOfTokens() throws Exception {
    model.then(isCutShort(Reason.MAX_OUTPUT_TOKENS, message("Once upon")));
    Conversation talk = Conversation.on(api);
    String id = talk.start(",\"max_completion_tokens\":256").id();
    JsonObject run = talk.settled(id);
    assertThat(run.get("status").getAsString()).isEqualTo("incomplete");
    assertThat(run.get("incomplete_details"))
        .isEqualTo(json("{\"reason\":\"max_completion_tokens\"}"));
    JsonObject message =
        api.get(talk.path() + "/messages").ok().getAsJsonArray("data").get(0).getAsJsonObject();
    assertThat(message.get("status").getAsString()).isEqualTo("incomplete");
    assertThat(message.get("incomplete_details")).isEqualTo(json("{\"reason\":\"max_tokens\"}"));
    assertThat(message.get("incomplete_at").getAsLong()).isPositive();
  }

  @Test
  void failsWhenAFilterCutsTheAnswerShort() throws Exception {
    model.then(isCutShort(Reason.CONTENT_FILTER, message("Once upon")));
    Conversation talk = Conversation.on(api);
    JsonObject run = talk.settled(talk.start("").id());
    assertThat(run.get("status").getAsString()).isEqualTo("failed");
    assertThat(run.getAsJsonObject("last_error").get("code").getAsString())
        .isEqualTo("server_error");
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMIT, rate_limit_exceeded",
    "INVALID_PROMPT, invalid_prompt",
    "SERVER_ERROR, server_error"
  })
  void failsAsTheModelDid(Kind kind, String code) throws Exception {
    model.then(fails(kind, "The model said no."));
    Conversation talk = Conversation.on(api);
    JsonObject run = talk.settled(talk.start("").id());
    assertThat(run.get("status").getAsString()).isEqualTo("failed");
    assertThat(run.get("failed_at").getAsLong()).isPositive();
    assertThat(run.get("last_error"))
        .isEqualTo(json("{\"code\":\"%s\",\"message\":\"The model said no.\"}".formatted(code)));
    assertThat(talk.say("again").status()).isEqualTo(200);
  }

  @Test
  void failsWhenTheEngineItselfDoes() throws Exception {
    model.then(
        (request, key, token) -> {
          throw new IllegalStateException("a mistake of ours");
        });
    Conversation talk = Conversation.on(api);
    JsonObject run = talk.settled(talk.start("").id());
    assertThat(run.get("last_error"))
        .isEqualTo(
            json(
                "{\"code\":\"server_error\",\"message\":\"The engine could not execute this run;"
                    + " its log says why.\"}"));
  }

  @Test
  void leavesOutTheMiddleWhenThePromptIsTooLong() throws Exception {
    model.then(fails(Kind.CONTEXT_LENGTH, "too long"));
    Conversation talk = Conversation.on(api);
    for (String text : List.of("1", "2", "3")) {
      talk.say(text);
    }
    assertThat(talk.settled(talk.start("").id()).get("status").getAsString())
        .isEqualTo("completed");
    assertThat(texts(model.request())).containsExactly("Hi", "1", "2", "3");
    assertThat(texts(model.request())).containsExactly("Hi", "3");
  }

  @Test
  void isIncompleteWhenThePromptStaysTooLong() throws Exception {
    Conversation talk = Conversation.on(api);
    talk.say("word ".repeat(1000));
    JsonObject run = talk.settled(talk.start(",\"max_prompt_tokens\":256").id());
    assertThat(run.get("status").getAsString()).isEqualTo("incomplete");
    assertThat(run.get("incomplete_details")).isEqualTo(json("{\"reason\":\"max_prompt_tokens\"}"));
    assertThat(model.calls()).isZero();
  }

  @Test
  void keepsOnlyTheLastMessagesIfToldSo() throws Exception {
    Conversation talk = Conversation.on(api);
    talk.say("1");
    talk.say("2");
    talk.settled(
        talk.start(",\"truncation_strategy\":{\"type\":\"last_messages\",\"last_messages\":2}")
            .id());
    assertThat(texts(model.request())).containsExactly("1", "2");
  }

  @Test
  void refusesToolsThatTheProviderDoesNotHave() {
    Conversation talk =
        Conversation.on(api, "{\"model\":\"m\",\"tools\":[{\"type\":\"file_search\"}]}");
    assertThat(talk.start("").error())
        .startsWith(
            "400 The tool 'file_search' runs at the model's provider, and model.test:443 is")
        .endsWith("[tools, unsupported_tool]");
    assertThat(talk.start(",\"tools\":[]").status()).isEqualTo(200);
  }

  @Test
  void refusesToStream() {
    Conversation talk = Conversation.on(api);
    String error =
        "400 Streaming is not supported here. Leave out 'stream' and poll the run until it ends."
            + " [stream, unsupported_parameter]";
    assertThat(talk.start(",\"stream\":true").error()).isEqualTo(error);
    assertThat(
            api.post(
                    "/threads/runs",
                    "{\"assistant_id\":\"%s\",\"stream\":true}".formatted(talk.assistant()))
                .error())
        .isEqualTo(error);
    assertThat(
            api.post(
                    talk.path("run_a") + "/submit_tool_outputs",
                    "{\"tool_outputs\":[],\"stream\":true}")
                .error())
        .isEqualTo(error);
  }

  @Test
  void knowsNoRunOfAnotherThread() throws Exception {
    Conversation talk = Conversation.on(api);
    String run = talk.start("").id();
    Conversation other = Conversation.on(api);
    String gone = "404 No run found with id '%s'. [null, null]".formatted(run);
    assertThat(api.get(other.path(run)).error()).isEqualTo(gone);
    assertThat(api.get(other.path(run) + "/steps").error()).isEqualTo(gone);
    assertThat(other.cancel(run).error()).isEqualTo(gone);
    assertThat(other.submit(run).error()).isEqualTo(gone);
    talk.settled(run);
  }

  @Test
  void servesEveryOperationOfTheDocument() {
    assertThat(api.engine().operations()).isEqualTo(Requests.load().operations());
  }

  private static List<String> texts(ModelRequest request) {
    return request.input().stream()
        .filter(InputItem.Message.class::isInstance)
        .map(item -> ((Part.Text) ((InputItem.Message) item).parts().get(0)).text())
        .toList();
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }
}

package io.assistantmcp.engine.model.provider;

import static io.assistantmcp.engine.model.provider.Requests.WEATHER;
import static io.assistantmcp.engine.model.provider.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.Capabilities.Unsupported;
import io.assistantmcp.engine.model.ChatDialect;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.FunctionOutput;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.InputItem.Role;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelConfig.HostedTools;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.ToolUse;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run becomes as a request of the Responses API. */
class ResponsesRequestTest {

  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aMessageLeavesWithItsInstructionsAndNothingThatWasNotSet() {
    assertThat(sent(Requests.hello()))
        .isEqualTo(
            json(
                """
                {"model":"some-model","store":false,
                 "input":[{"type":"message","role":"user",
                           "content":[{"type":"input_text","text":"Hello"}]}],
                 "instructions":"Be brief."}
                """));
  }

  @Test
  void goesToTheApiWithTheKeyAsItsOnlyCredential() {
    provider.answers(200, FakeProvider.least(Api.RESPONSES));
    provider.call(Api.RESPONSES, Requests.hello());
    var request = provider.request();

    assertThat(request.getRequestLine()).startsWith("POST /v1/responses ");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + FakeProvider.KEY.value());
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void whatAnAssistantSaidIsPlainTextWithoutTheIdOfAStoredItem() {
    assertThat(input(Requests.user("Hi"), Requests.assistant("Hello"), Requests.user("Bye")))
        .isEqualTo(
            json(
                """
                [{"type":"message","role":"user","content":[{"type":"input_text","text":"Hi"}]},
                 {"type":"message","role":"assistant","content":"Hello"},
                 {"type":"message","role":"user","content":[{"type":"input_text","text":"Bye"}]}]
                """));
  }

  @Test
  void imagesAlwaysSayInWhatDetailTheyAreWanted() {
    InputItem message =
        new InputItem.Message(
            Role.USER,
            List.of(
                new Part.Text("See"),
                new Part.ImageUrl("https://example.com/a.png", "low"),
                new Part.ImageFile("file-1", null)));

    assertThat(input(message))
        .isEqualTo(
            json(
                """
                [{"type":"message","role":"user","content":[
                  {"type":"input_text","text":"See"},
                  {"type":"input_image","image_url":"https://example.com/a.png","detail":"low"},
                  {"type":"input_image","file_id":"file-1","detail":"auto"}]}]
                """));
  }

  @Test
  void imagesOfAnAssistantAreNamedSinceItCannotShowThem() {
    InputItem message =
        new InputItem.Message(
            Role.ASSISTANT, List.of(new Part.Text("Done"), new Part.ImageFile("file-1", null)));

    assertThat(input(message))
        .isEqualTo(
            json(
                """
                [{"type":"message","role":"assistant","content":"Done\\n[image: file-1]"}]
                """));
  }

  @Test
  void whatHappenedInTheRunIsShownAgainWithoutIdsOfStoredItems() {
    assertThat(
            input(
                Requests.user("Weather?"),
                Requests.replay(
                    """
                    {"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"abc",
                     "content":[{"type":"reasoning_text","text":"hm"}],"status":"completed"}
                    """),
                Requests.replay(
                    """
                    {"type":"message","id":"msg_1","role":"assistant","status":"completed",
                     "phase":"commentary",
                     "content":[{"type":"output_text","text":"Looking","annotations":[]}]}
                    """),
                Requests.replay(
                    """
                    {"type":"function_call","id":"fc_1","call_id":"call_1","name":"get_weather",
                     "arguments":"{}","status":"completed"}
                    """),
                new FunctionOutput("call_1", "sunny")))
        .isEqualTo(
            json(
                """
                [{"type":"message","role":"user","content":[{"type":"input_text","text":"Weather?"}]},
                 {"type":"reasoning","summary":[],"encrypted_content":"abc"},
                 {"type":"message","role":"assistant","content":"Looking","phase":"commentary"},
                 {"type":"function_call","call_id":"call_1","name":"get_weather","arguments":"{}",
                  "status":"completed"},
                 {"type":"function_call_output","call_id":"call_1","output":"sunny"}]
                """));
  }

  @Test
  void reasoningThatCannotBeSentBackIsLeftOut() {
    assertThat(
            input(Requests.user("Hi"), Requests.replay("{\"type\":\"reasoning\",\"id\":\"rs_1\"}")))
        .isEqualTo(input(Requests.user("Hi")));
  }

  @Test
  void reasoningInTheClearGoesBackToServersThatGiveNoOtherButNotToOpenAi() {
    List<InputItem> items =
        List.of(
            Requests.replay(
                """
                {"type":"reasoning","id":"rs_1","summary":[],
                 "content":[{"type":"reasoning_text","text":"hm"}]}
                """));

    assertThat(ResponsesInput.of(items, false))
        .isEqualTo(
            json(
                """
                [{"type":"reasoning","summary":[],
                  "content":[{"type":"reasoning_text","text":"hm"}]}]
                """));
    assertThat(ResponsesInput.of(items, true)).isEmpty();
  }

  @Test
  void aProvidersOwnCallIdComesBackToItThoughClientsKnowAnother() {
    assertThat(
            input(
                    Requests.user("Weather?"),
                    Requests.replay(
                        """
                    {"type":"function_call","call_id":"get_weather:0","name":"f","arguments":"{}"}
                    """),
                    new FunctionOutput(CallIds.shown("get_weather:0"), "sunny"))
                .getAsJsonArray()
                .get(2))
        .isEqualTo(
            json(
                """
                {"type":"function_call_output","call_id":"get_weather:0","output":"sunny"}
                """));
  }

  @Test
  void instructionsAloneAreInput() {
    assertThat(sent(Requests.of()).get("input"))
        .isEqualTo(
            json(
                """
                [{"type":"message","role":"developer","content":"Be brief."}]
                """));
  }

  @Test
  void functionsAreFlatAndNotStrictUnlessTheyAre() {
    String strict =
        """
        {"type":"function","function":{"name":"ping","strict":true,"description":null}}
        """;

    assertThat(sent(Requests.with(Requests.tools(WEATHER, strict))).get("tools"))
        .isEqualTo(
            json(
                """
                [{"type":"function","name":"get_weather","description":"The weather",
                  "parameters":{"type":"object","properties":{"city":{"type":"string"}}},
                  "strict":false},
                 {"type":"function","name":"ping","description":null,
                  "parameters":{"type":"object","properties":{}},"strict":true}]
                """));
  }

  @Test
  void hostedToolsTakeTheirFilesAlongAndAskForWhatTheyFound() {
    JsonObject body =
        sent(
            Requests.with(
                Requests.tools(
                    """
                    {"type":"file_search","file_search":{"max_num_results":5,
                     "ranking_options":{"ranker":"default_2024_08_21","score_threshold":0.5}}}
                    """,
                    "{\"type\":\"code_interpreter\"}")));

    assertThat(body.get("tools"))
        .isEqualTo(
            json(
                """
                [{"type":"file_search","vector_store_ids":["vs_1"],"max_num_results":5,
                  "ranking_options":{"score_threshold":0.5}},
                 {"type":"code_interpreter","container":{"type":"auto","file_ids":["file-1"]}}]
                """));
    assertThat(body.get("include"))
        .isEqualTo(json("[\"file_search_call.results\",\"code_interpreter_call.outputs\"]"));
  }

  @Test
  void aSearchOfNoStoreIsNotAskedFor() {
    ToolUse tools =
        new ToolUse(
            List.of(Requests.object("{\"type\":\"file_search\"}")),
            json("{\"type\":\"file_search\"}"),
            true,
            List.of(),
            List.of());

    assertThat(sent(Requests.with(tools)).keySet()).containsExactly("model", "store", "input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"none\" | \"none\"",
        "\"auto\" | \"auto\"",
        "\"required\" | \"required\"",
        "{\"type\":\"function\",\"function\":{\"name\":\"f\"}} | {\"type\":\"function\",\"name\":\"f\"}",
        "{\"type\":\"file_search\"} | {\"type\":\"file_search\"}",
      })
  void aChoiceOfToolsIsTranslated(String choice, String sent) {
    ToolUse tools = Requests.choice(choice, WEATHER, "{\"type\":\"file_search\"}");

    assertThat(sent(Requests.with(tools)).get("tool_choice")).isEqualTo(json(sent));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void parallelCallsAreAllowedAsTheRunSays(boolean parallel) {
    ToolUse tools =
        new ToolUse(List.of(Requests.object(WEATHER)), null, parallel, List.of(), List.of());

    assertThat(sent(Requests.with(tools)).get("parallel_tool_calls").getAsBoolean())
        .isEqualTo(parallel);
  }

  @Test
  void withoutToolsThereIsNoChoice() {
    ToolUse tools = new ToolUse(List.of(), json("\"auto\""), true, List.of(), List.of());

    assertThat(sent(Requests.with(tools)).keySet()).containsExactly("model", "store", "input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"auto\" | null",
        "{\"type\":\"text\"} | {\"format\":{\"type\":\"text\"}}",
        "{\"type\":\"json_object\"} | {\"format\":{\"type\":\"json_object\"}}",
        "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"strict\":true,\"description\":null,\"schema\":{\"type\":\"object\"}}}"
            + "| {\"format\":{\"type\":\"json_schema\",\"name\":\"n\",\"strict\":true,\"schema\":{\"type\":\"object\"}}}",
      })
  void theFormatOfAnAnswerIsFlattened(String format, String sent) {
    JsonObject body = sent(Requests.format(format));

    assertThat(body.has("text") ? body.get("text") : json("null")).isEqualTo(json(sent));
  }

  @Test
  void theWayOfAnsweringIsSentAsFarAsItWasSet() {
    JsonObject body =
        sent(
            Requests.with(
                new Generation(new BigDecimal("0.10"), new BigDecimal("0.9"), "low", null, 500)));

    assertThat(body.get("temperature").toString()).isEqualTo("0.10");
    assertThat(body.get("top_p").toString()).isEqualTo("0.9");
    assertThat(body.get("reasoning")).isEqualTo(json("{\"effort\":\"low\"}"));
    assertThat(body.get("max_output_tokens").getAsInt()).isEqualTo(500);
  }

  @Test
  void aRestOfTokensBelowTheLeastAllowedIsRoundedUp() {
    JsonObject body = sent(Requests.with(new Generation(null, null, null, null, 3)));

    assertThat(body.get("max_output_tokens").getAsInt()).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o,false",
    "gpt-4.1-mini,false",
    "gpt-5-mini,true",
    "gpt-5.4,true",
    "gpt-5-chat-latest,false",
    "gpt-6-luna,true",
    "o3,true",
    "o4-mini,true",
    "llama3.2,false"
  })
  void reasoningModelsAreAskedForReasoningThatCanBeSentBack(String model, boolean asked) {
    assertThat(sent(Requests.model(model)).has("include")).isEqualTo(asked);
  }

  @Test
  void aModelThatRefusesToHandOutItsReasoningIsAskedWithoutAndRemembered() {
    provider.answers(
        400, "{\"error\":{\"message\":\"Encrypted content is not supported with this model.\"}}");
    provider.answers(200, FakeProvider.least(Api.RESPONSES));
    provider.answers(200, FakeProvider.least(Api.RESPONSES));
    var model = Models.open(provider.config(Api.RESPONSES));

    FakeProvider.call(model, Requests.model("gpt-5-odd"));
    FakeProvider.call(model, Requests.model("gpt-5-odd"));

    assertThat(provider.request().getBody().utf8()).contains("include");
    assertThat(provider.request().getBody().utf8()).doesNotContain("include");
    assertThat(provider.request().getBody().utf8()).doesNotContain("include");
    assertThat(provider.request()).isNull();
  }

  @Test
  void hostedToolsAreDroppedWhereThatIsAllowed() {
    var config =
        provider.config(Api.RESPONSES, HostedTools.OFF, Unsupported.DROP, ChatDialect.OPENAI);
    ToolUse tools =
        Requests.choice(
            "{\"type\":\"code_interpreter\"}", WEATHER, "{\"type\":\"code_interpreter\"}");

    JsonObject body = provider.sent(config, Requests.with(tools));

    assertThat(body.getAsJsonArray("tools")).hasSize(1);
    assertThat(body.has("tool_choice")).isFalse();
  }

  private JsonObject sent(ModelRequest request) {
    return provider.sent(Api.RESPONSES, request);
  }

  private JsonElement input(InputItem... items) {
    return sent(Requests.of(items)).get("input");
  }
}

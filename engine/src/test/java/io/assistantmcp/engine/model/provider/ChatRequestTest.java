package io.assistantmcp.engine.model.provider;

import static io.assistantmcp.engine.model.provider.Requests.WEATHER;
import static io.assistantmcp.engine.model.provider.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.Capabilities.Unsupported;
import io.assistantmcp.engine.model.ChatDialect;
import io.assistantmcp.engine.model.ChatDialect.InstructionsRole;
import io.assistantmcp.engine.model.ChatDialect.LimitField;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.FunctionOutput;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.InputItem.Role;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
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

/** What a run becomes as a request of Chat Completions. */
class ChatRequestTest {

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
                {"model":"some-model","messages":[
                  {"role":"system","content":"Be brief."},{"role":"user","content":"Hello"}]}
                """));
  }

  @Test
  void goesToItsOwnPath() {
    provider.answers(200, FakeProvider.least(Api.CHAT));
    provider.call(Api.CHAT, Requests.hello());

    assertThat(provider.request().getRequestLine()).startsWith("POST /v1/chat/completions ");
  }

  @Test
  void instructionsHaveTheRoleAndTheLimitTheNameThatTheServerKnows() {
    var dialect = new ChatDialect(InstructionsRole.DEVELOPER, LimitField.MAX_TOKENS);
    var config = provider.config(Api.CHAT, HostedTools.AUTO, Unsupported.REJECT, dialect);
    Generation limited = new Generation(null, null, null, null, 50);
    JsonObject body =
        provider.sent(
            config,
            new ModelRequest("m", "Be brief.", Requests.hello().input(), ToolUse.NONE, limited));

    assertThat(body.getAsJsonArray("messages").get(0))
        .isEqualTo(json("{\"role\":\"developer\",\"content\":\"Be brief.\"}"));
    assertThat(body.get("max_tokens").getAsInt()).isEqualTo(50);
    assertThat(body.has("max_completion_tokens")).isFalse();
  }

  @Test
  void imagesAreLinks() {
    InputItem message =
        new InputItem.Message(
            Role.USER,
            List.of(new Part.Text("See"), new Part.ImageUrl("https://example.com/a.png", null)));

    assertThat(messages(message))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":[{"type":"text","text":"See"},
                  {"type":"image_url",
                   "image_url":{"url":"https://example.com/a.png","detail":"auto"}}]}]
                """));
  }

  @Test
  void anImageFileFailsTheRunSinceOnlyItsIdIsKnown() {
    InputItem message =
        new InputItem.Message(Role.USER, List.of(new Part.ImageFile("file-1", null)));

    ModelAnswer answer = provider.call(Api.CHAT, Requests.of(message));

    assertThat(answer)
        .isEqualTo(
            new Failed(
                Kind.INVALID_PROMPT,
                "The image file file-1 cannot be sent to %s, which takes images as image_url only."
                    .formatted(provider.place())));
    assertThat(provider.requests()).isZero();
  }

  @Test
  void whatTheModelPutOutPieceByPieceIsOneMessageAgain() {
    assertThat(
            messages(
                Requests.user("Weather?"),
                Requests.replay("{\"type\":\"chat_fields\",\"reasoning_content\":\"hm\"}"),
                Requests.replay(
                    """
                    {"type":"message","content":[{"type":"output_text","text":"Looking"}]}
                    """),
                call("call_1", "one"),
                call("call_2", "two"),
                new FunctionOutput("call_1", "1"),
                new FunctionOutput("call_2", "2"),
                call("call_3", "three"),
                new FunctionOutput("call_3", "3")))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":"Weather?"},
                 {"role":"assistant","content":"Looking","reasoning_content":"hm","tool_calls":[
                  {"id":"call_1","type":"function","function":{"name":"one","arguments":"{}"}},
                  {"id":"call_2","type":"function","function":{"name":"two","arguments":"{}"}}]},
                 {"role":"tool","content":"1","tool_call_id":"call_1"},
                 {"role":"tool","content":"2","tool_call_id":"call_2"},
                 {"role":"assistant","content":null,"tool_calls":[
                  {"id":"call_3","type":"function","function":{"name":"three","arguments":"{}"}}]},
                 {"role":"tool","content":"3","tool_call_id":"call_3"}]
                """));
  }

  @Test
  void itemsOfAnotherApiAreNoObstacle() {
    assertThat(
            messages(
                Requests.user("Hi"),
                Requests.replay("{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[]}")))
        .isEqualTo(json("[{\"role\":\"user\",\"content\":\"Hi\"}]"));
  }

  @Test
  void functionsKeepTheirShapeAndAlwaysHaveParameters() {
    String bare = "{\"type\":\"function\",\"function\":{\"name\":\"ping\"}}";

    assertThat(sent(Requests.with(Requests.tools(WEATHER, bare))).get("tools"))
        .isEqualTo(
            json(
                """
                [%s,{"type":"function","function":{"name":"ping",
                     "parameters":{"type":"object","properties":{}}}}]
                """
                    .formatted(WEATHER)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"none\"",
        "\"required\"",
        "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}"
      })
  void aChoiceOfToolsIsTheSame(String choice) {
    assertThat(sent(Requests.with(Requests.choice(choice, WEATHER))).get("tool_choice"))
        .isEqualTo(json(choice));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"auto\" | null",
        "{\"type\":\"json_object\"} | {\"type\":\"json_object\"}",
        "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{}}} | {\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{}}}",
      })
  void theFormatOfAnAnswerIsSentAsItIs(String format, String sent) {
    JsonObject body = sent(Requests.format(format));

    assertThat(body.has("response_format") ? body.get("response_format") : json("null"))
        .isEqualTo(json(sent));
  }

  @Test
  void theWayOfAnsweringIsSentAsFarAsItWasSet() {
    JsonObject body =
        sent(
            Requests.with(
                new Generation(new BigDecimal("0.10"), new BigDecimal("0.9"), "low", null, 5)));

    assertThat(body.get("temperature").toString()).isEqualTo("0.10");
    assertThat(body.get("top_p").toString()).isEqualTo("0.9");
    assertThat(body.get("reasoning_effort").getAsString()).isEqualTo("low");
    assertThat(body.get("max_completion_tokens").getAsInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file_search", "code_interpreter"})
  void hostedToolsAreRefusedNotDropped(String type) {
    ToolUse tools = Requests.tools("{\"type\":\"%s\"}".formatted(type));

    ModelAnswer answer = provider.call(Api.CHAT, Requests.with(tools));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Kind.INVALID_PROMPT);
              assertThat(failed.message())
                  .contains(type, provider.place(), "MODEL_UNSUPPORTED_TOOLS=drop");
            });
    assertThat(provider.requests()).isZero();
  }

  private JsonObject sent(ModelRequest request) {
    return provider.sent(Api.CHAT, request);
  }

  private JsonElement messages(InputItem... items) {
    return sent(new ModelRequest("m", "", List.of(items), ToolUse.NONE, Generation.DEFAULT))
        .get("messages");
  }

  private static InputItem call(String id, String name) {
    return Requests.replay(
        """
        {"type":"function_call","call_id":"%s","name":"%s","arguments":"{}"}
        """
            .formatted(id, name));
  }
}

package io.assistantmcp.engine.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.FunctionOutput;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Completed;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Incomplete;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.OutputItem.FunctionCall;
import io.assistantmcp.engine.model.OutputItem.Message;
import io.assistantmcp.engine.model.OutputItem.Other;
import io.assistantmcp.engine.model.Usage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of Chat Completions becomes. */
class ChatAnswerTest {

  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Hello\"", "[{\"type\":\"text\",\"text\":\"Hello\"}]"})
  void aMessageIsReadWithItsUsage(String content) {
    Completed answer = completed("{\"role\":\"assistant\",\"content\":%s}".formatted(content));

    assertThat(((Message) answer.items().get(0)).parts())
        .containsExactly(new ContentPart.Text("Hello", List.of()));
    assertThat(answer.usage()).isEqualTo(new Usage(9, 3));
  }

  @Test
  void textComesBeforeTheCallsThatFollowFromIt() {
    Completed answer =
        completed(
            """
            {"content":"Looking","tool_calls":[
              {"id":"call_1","type":"function","function":{"name":"one","arguments":"{\\"a\\":1}"}},
              {"id":"call_2","type":"function","function":{"name":"two","arguments":"{}"}}]}
            """);

    assertThat(answer.items())
        .extracting(item -> item.getClass().getSimpleName())
        .containsExactly("Message", "FunctionCall", "FunctionCall");
    FunctionCall call = (FunctionCall) answer.items().get(1);
    assertThat(call.callId()).isEqualTo("call_1");
    assertThat(call.name()).isEqualTo("one");
    assertThat(call.arguments()).isEqualTo("{\"a\":1}");
  }

  @Test
  void aRefusalIsAMessage() {
    Completed answer = completed("{\"content\":null,\"refusal\":\"I will not\"}");

    assertThat(((Message) answer.items().get(0)).parts())
        .containsExactly(new ContentPart.Refusal("I will not"));
  }

  @Test
  void argumentsThatAreJsonRatherThanTextAreTakenAsText() {
    Completed answer =
        completed(
            """
            {"tool_calls":[{"id":"call_1","function":{"name":"f","arguments":{"a":1}}}]}
            """);

    assertThat(((FunctionCall) answer.items().get(0)).arguments()).isEqualTo("{\"a\":1}");
  }

  @Test
  void callsWithoutIdsGetSome() {
    Completed answer =
        completed(
            """
            {"tool_calls":[{"id":"","function":{"name":"f","arguments":"{}"}},
                           {"function":{"name":"f","arguments":"{}"}}]}
            """);

    assertThat(answer.items())
        .map(FunctionCall.class::cast)
        .extracting(FunctionCall::callId)
        .allMatch(id -> id.matches("call_[A-Za-z0-9]{24}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatTheServerWantsToSeeAgainIsShownToItAsItWas() {
    Completed answer =
        completed(
            """
            {"content":"Looking","reasoning_content":"hm","reasoning":"not asked for again",
             "tool_calls":[{"id":"f:0","type":"function","extra_content":{"signature":"s"},
                            "function":{"name":"f","arguments":"{}"}}]}
            """);
    FunctionCall call = (FunctionCall) answer.items().get(2);
    InputItem[] next = {
      Requests.user("Hi"),
      new InputItem.Replay(answer.items().get(0).raw()),
      new InputItem.Replay(answer.items().get(1).raw()),
      new InputItem.Replay(call.raw()),
      new FunctionOutput(call.callId(), "done")
    };

    provider.requests();
    var messages = provider.sent(Api.CHAT, Requests.of(next)).getAsJsonArray("messages");

    assertThat(answer.items().get(0)).isInstanceOf(Other.class);
    assertThat(messages.get(2))
        .isEqualTo(
            Requests.json(
                """
                {"role":"assistant","content":"Looking","reasoning_content":"hm",
                 "tool_calls":[{"id":"f:0","type":"function","extra_content":{"signature":"s"},
                                "function":{"name":"f","arguments":"{}"}}]}
                """));
    assertThat(messages.get(3))
        .isEqualTo(
            Requests.json("{\"role\":\"tool\",\"content\":\"done\",\"tool_call_id\":\"f:0\"}"));
  }

  @Test
  void aRunBegunHereCanGoOnWithTheResponsesApi() {
    Completed answer =
        completed(
            """
            {"content":"Looking","reasoning_content":"hm",
             "tool_calls":[{"id":"call_1","type":"function",
                            "function":{"name":"f","arguments":"{}"}}]}
            """);
    InputItem[] next =
        answer.items().stream()
            .map(OutputItem::raw)
            .map(InputItem.Replay::new)
            .toArray(InputItem[]::new);

    provider.requests();
    var input = provider.sent(Api.RESPONSES, Requests.of(next)).get("input");

    assertThat(input)
        .isEqualTo(
            Requests.json(
                """
                [{"type":"message","role":"assistant","content":"Looking"},
                 {"type":"function_call","call_id":"call_1","name":"f","arguments":"{}"}]
                """));
  }

  @ParameterizedTest
  @CsvSource({"length,MAX_OUTPUT_TOKENS", "content_filter,CONTENT_FILTER"})
  void anAnswerThatWasCutShortSaysWhy(String finish, Reason reason) {
    provider.answers(
        200,
        "{\"choices\":[{\"finish_reason\":\"%s\",\"message\":{\"content\":\"He\"}}]}"
            .formatted(finish));

    Incomplete answer = (Incomplete) answer();

    assertThat(answer.reason()).isEqualTo(reason);
    assertThat(answer.items()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429,RATE_LIMIT", "402,RATE_LIMIT", "502,SERVER_ERROR"})
  void anErrorInAnAnswerThatLooksLikeASuccessIsOne(int code, Kind kind) {
    provider.answers(
        200, "{\"error\":{\"code\":%d,\"message\":\"Provider is busy\"}}".formatted(code));

    assertThat(answer())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.message()).contains("Provider is busy");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":5}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"message\":null}]}",
        "{\"choices\":[null]}",
      })
  void anAnswerThatIsNoneFails(String body) {
    provider.answers(200, body);

    assertThat(answer())
        .isEqualTo(
            new Failed(Kind.SERVER_ERROR, provider.place() + " gave an answer without a message."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":5,\"tool_calls\":\"x\"}",
        "{\"content\":{},\"tool_calls\":[1,null,{}],\"refusal\":[]}",
        "{\"content\":[null,1,{\"text\":{}}],\"tool_calls\":[{\"function\":5,\"id\":{}}]}",
      })
  void oddMessagesDoNoHarm(String message) {
    assertThat(completed(message).items())
        .allMatch(item -> item instanceof FunctionCall || item instanceof Message);
  }

  private Completed completed(String message) {
    provider.answers(
        200,
        """
        {"id":"c","choices":[{"index":0,"finish_reason":"stop","message":%s}],
         "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}
        """
            .formatted(message));
    return (Completed) answer();
  }

  private ModelAnswer answer() {
    return provider.call(Api.CHAT, Requests.hello());
  }
}

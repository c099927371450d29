package io.assistantmcp.engine.model.provider;

import static io.assistantmcp.engine.model.provider.Requests.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Completed;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.OutputItem;
import io.assistantmcp.engine.model.OutputItem.FunctionCall;
import io.assistantmcp.engine.model.OutputItem.Message;
import io.assistantmcp.engine.model.ToolUse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers when no model is connected. */
class EchoModelTest {

  private static final String PING = "{\"type\":\"function\",\"function\":{\"name\":\"ping\"}}";

  private final Model model = Models.open(ModelConfig.of(Api.ECHO, ModelConfig.OPENAI));

  @Test
  void repeatsTheLastMessageAndSaysThatNoModelIsConnected() {
    assertThat(text(Requests.of(Requests.user("One"), Requests.user("Two"))))
        .isEqualTo(
            "No model is connected (MODEL_API=echo), so this only repeats what arrived.\n\nTwo");
  }

  @Test
  void answersTheSameToTheSame() {
    ModelRequest request = ask("Please call get_weather", null);

    assertThat(answer(request)).isEqualTo(answer(request));
  }

  @Test
  void callsTheFunctionThatIsForced() {
    FunctionCall call =
        call(ask("Hi", "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}"));

    assertThat(call.name()).isEqualTo("get_weather");
    assertThat(call.arguments()).isEqualTo("{}");
    assertThat(call.callId()).matches("call_[A-Za-z0-9]{24}");
  }

  @Test
  void callsTheFirstFunctionIfOneIsRequired() {
    assertThat(call(ask("Hi", "\"required\"")).name()).isEqualTo("ping");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call get_weather | {}",
        "Please Call get_weather {\"city\": \"Oslo\"} now | {\"city\":\"Oslo\"}",
        "call get_weather {broken | {}",
        "call get_weather {broken} | {}",
      })
  void callsTheFunctionThatTheMessageNames(String message, String arguments) {
    FunctionCall call = call(ask(message, null));

    assertThat(call.name()).isEqualTo("get_weather");
    assertThat(call.arguments()).isEqualTo(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is the weather?", "call nobody", "recall get_weather"})
  void callsNothingThatIsNotAskedFor(String message) {
    assertThat(text(ask(message, null))).endsWith(message);
  }

  @Test
  void callsNothingThatIsForbidden() {
    assertThat(text(ask("call ping", "\"none\""))).endsWith("call ping");
  }

  @Test
  void tellsWhatItsFunctionsPutOut() {
    FunctionCall call = call(ask("call ping", null));
    ModelRequest next =
        new ModelRequest(
            "m",
            "",
            List.of(
                Requests.user("call ping"),
                new InputItem.Replay(call.raw()),
                new InputItem.FunctionOutput(call.callId(), "pong")),
            Requests.tools(PING),
            Generation.DEFAULT);

    assertThat(text(next))
        .startsWith("No model is connected")
        .endsWith("\n\nFunction output: pong");
  }

  @Test
  void givesJsonToWhoWantsJson() {
    assertThat(Requests.json(text(Requests.format("{\"type\":\"json_object\"}"))))
        .isEqualTo(
            Requests.json(
                """
                {"notice":"No model is connected (MODEL_API=echo), so this only repeats what arrived.",
                 "echo":"Hello"}
                """));
  }

  @Test
  void countsTokensOfASort() {
    Completed answer = answer(Requests.hello());

    assertThat(answer.usage().promptTokens()).isPositive();
    assertThat(answer.usage().completionTokens()).isPositive();
  }

  @Test
  void hasNoHostedTools() {
    ToolUse tools = Requests.tools("{\"type\":\"code_interpreter\"}");

    assertThat(model.capabilities().complaint(tools.definitions()))
        .hasValueSatisfying(why -> assertThat(why).contains("code_interpreter"));
  }

  @Test
  void doesNotAnswerACancelledCall() {
    CancelToken token = CancelToken.lasting(Duration.ofSeconds(5));
    token.cancel();

    ModelAnswer answer = model.call(Requests.hello(), null, token);

    assertThat(((Failed) answer).kind()).isEqualTo(Kind.CANCELLED);
  }

  private static ModelRequest ask(String message, @Nullable String choice) {
    ToolUse tools =
        choice == null ? Requests.tools(PING, WEATHER) : Requests.choice(choice, PING, WEATHER);
    return new ModelRequest("m", "", List.of(Requests.user(message)), tools, Generation.DEFAULT);
  }

  private Completed answer(ModelRequest request) {
    return (Completed) model.call(request, null, CancelToken.lasting(Duration.ofSeconds(5)));
  }

  private OutputItem item(ModelRequest request) {
    return answer(request).items().get(0);
  }

  private FunctionCall call(ModelRequest request) {
    return (FunctionCall) item(request);
  }

  private String text(ModelRequest request) {
    return ((ContentPart.Text) ((Message) item(request)).parts().get(0)).value();
  }
}

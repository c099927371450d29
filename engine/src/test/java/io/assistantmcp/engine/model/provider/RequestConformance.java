package io.assistantmcp.engine.model.provider;

import static io.assistantmcp.engine.model.provider.Requests.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Generation;
import io.assistantmcp.engine.model.InputItem;
import io.assistantmcp.engine.model.InputItem.FunctionOutput;
import io.assistantmcp.engine.model.InputItem.Message;
import io.assistantmcp.engine.model.InputItem.Part;
import io.assistantmcp.engine.model.InputItem.Role;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelRequest;
import io.assistantmcp.engine.model.ToolUse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether OpenAI's own document allows what is sent. Run by {@code script/check-models}, which
 * starts a mock of that document.
 */
class RequestConformance {

  private static final String MOCK = System.getProperty("model.mock", "");

  private final FakeProvider provider = new FakeProvider();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("responses")
  void theDocumentAllowsWhatLeavesForResponses(String name, ModelRequest request) throws Exception {
    assertAllowed("/responses", provider.sent(Api.RESPONSES, request));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chat")
  void theDocumentAllowsWhatLeavesForChatCompletions(String name, ModelRequest request)
      throws Exception {
    assertAllowed("/chat/completions", provider.sent(Api.CHAT, request));
  }

  @Test
  void reasoningLacksNothingButTheIdThatTheDocumentWantsAndTheApiRefuses() throws Exception {
    JsonObject body =
        provider.sent(
            Api.RESPONSES,
            Requests.of(
                Requests.user("Hi"),
                Requests.replay(
                    """
                    {"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"abc"}
                    """)));
    assertThat(objections(post("/responses", body))).isEqualTo("1");

    for (JsonElement item : body.getAsJsonArray("input")) {
      if (item.getAsJsonObject().get("type").getAsString().equals("reasoning")) {
        item.getAsJsonObject().addProperty("id", "rs_1");
      }
    }
    assertAllowed("/responses", body);
  }

  // A slice has no examples, and what a mock makes up of schemas alone may be an error.
  @EnabledIfSystemProperty(named = "model.examples", matches = "true")
  @ParameterizedTest
  @MethodSource("apis")
  void anAnswerOfTheDocumentIsOneToUs(Api api) {
    ModelConfig config = ModelConfig.of(api, HttpUrl.get(MOCK));

    ModelAnswer answer =
        Models.open(config)
            .call(Requests.hello(), FakeProvider.KEY, CancelToken.lasting(Duration.ofSeconds(30)));

    assertThat(answer).isInstanceOfAny(ModelAnswer.Completed.class, ModelAnswer.Incomplete.class);
  }

  static Stream<Api> apis() {
    return Stream.of(Api.RESPONSES, Api.CHAT);
  }

  static Stream<Arguments> chat() {
    return Stream.of(
            Stream.of(
                arguments("a message", Requests.hello()),
                arguments("instructions only", Requests.of()),
                arguments("a conversation", conversation()),
                arguments("image links", Requests.of(images(false))),
                arguments("a run with calls", calls())),
            formats(),
            Stream.of(arguments("all settings", Requests.with(settings()))),
            choices(WEATHER))
        .flatMap(cases -> cases);
  }

  static Stream<Arguments> responses() {
    String search =
        """
        {"type":"file_search","file_search":{"max_num_results":5,
         "ranking_options":{"ranker":"default_2024_08_21","score_threshold":0.5}}}
        """;
    String code = "{\"type\":\"code_interpreter\"}";
    return Stream.of(
            chat(),
            choices(search),
            choices(code),
            Stream.of(
                arguments("image files", Requests.of(images(true))),
                arguments("all tools", Requests.with(Requests.tools(WEATHER, search, code))),
                arguments("hosted calls", hostedCalls())))
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> formats() {
    return Stream.of(
            "{\"type\":\"text\"}",
            "{\"type\":\"json_object\"}",
            """
            {"type":"json_schema","json_schema":{"name":"n","strict":true,"description":"d",
             "schema":{"type":"object","properties":{}}}}
            """)
        .map(format -> arguments("format " + format.strip(), Requests.format(format)));
  }

  private static Stream<Arguments> choices(String tool) {
    String type = Requests.object(tool).get("type").getAsString();
    String forced =
        type.equals("function")
            ? "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}"
            : "{\"type\":\"%s\"}".formatted(type);
    return Stream.of("\"none\"", "\"auto\"", "\"required\"", forced)
        .map(choice -> Requests.choice(choice, tool))
        .map(
            use ->
                new ToolUse(
                    use.definitions(), use.choice(), false, use.vectorStoreIds(), use.fileIds()))
        .map(use -> arguments(type + " " + use.choice(), Requests.with(use)));
  }

  private static Generation settings() {
    return new Generation(new BigDecimal("0.1"), new BigDecimal("0.9"), "low", null, 100);
  }

  private static ModelRequest conversation() {
    return Requests.of(Requests.user("Hi"), Requests.assistant("Hello"), Requests.user("Bye"));
  }

  private static InputItem images(boolean files) {
    Part link = new Part.ImageUrl("https://example.com/a.png", "low");
    Part file = new Part.ImageFile("file-1", null);
    List<Part> parts =
        files ? List.of(new Part.Text("See"), link, file) : List.of(new Part.Text("See"), link);
    return new Message(Role.USER, parts);
  }

  private static ModelRequest calls() {
    return Requests.of(
        Requests.user("Weather?"),
        Requests.replay(
            """
            {"type":"message","id":"msg_1","role":"assistant","status":"completed",
             "content":[{"type":"output_text","text":"Looking","annotations":[]}]}
            """),
        call("call_1"),
        call("call_2"),
        new FunctionOutput("call_1", "sunny"),
        new FunctionOutput("call_2", "rainy"));
  }

  private static ModelRequest hostedCalls() {
    return Requests.of(
        Requests.user("Search"),
        Requests.replay(
            """
            {"type":"file_search_call","id":"fs_1","status":"completed","queries":["q"],
             "results":[{"file_id":"file-1","filename":"a.txt","score":0.5,"text":"found"}]}
            """),
        Requests.replay(
            """
            {"type":"code_interpreter_call","id":"ci_1","status":"completed","code":"1",
             "container_id":"cntr_1","outputs":[{"type":"logs","logs":"1"}]}
            """),
        call("call_1"),
        new FunctionOutput("call_1", "sunny"));
  }

  private static InputItem call(String id) {
    return Requests.replay(
        """
        {"type":"function_call","id":"fc_1","call_id":"%s","name":"get_weather",
         "arguments":"{}","status":"completed"}
        """
            .formatted(id));
  }

  private void assertAllowed(String path, JsonObject body) throws Exception {
    HttpResponse<String> answer = post(path, body);

    assertThat(answer.statusCode()).as(() -> body + "\n" + answer.body()).isEqualTo(200);
    assertThat(objections(answer)).as(() -> body + "\n" + answer.headers().map()).isEqualTo("0");
  }

  /** How many there are; some do not make the mock refuse a request. */
  private static String objections(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-steady-error-count").orElse("none told");
  }

  private HttpResponse<String> post(String path, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(MOCK + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + FakeProvider.KEY.value())
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}

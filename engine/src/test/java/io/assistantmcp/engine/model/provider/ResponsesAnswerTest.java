package io.assistantmcp.engine.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.model.ContentPart;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelAnswer.Completed;
import io.assistantmcp.engine.model.ModelAnswer.Failed;
import io.assistantmcp.engine.model.ModelAnswer.Incomplete;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.OutputItem.CodeInterpreter;
import io.assistantmcp.engine.model.OutputItem.CodeOutput;
import io.assistantmcp.engine.model.OutputItem.FileSearch;
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

/** What an answer of the Responses API becomes. */
class ResponsesAnswerTest {

  private static final String TEXT =
      """
      {"type":"message","id":"msg_1","role":"assistant","status":"completed",
       "content":[{"type":"output_text","text":"Hello","annotations":[]}]}
      """;

  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aMessageIsReadWithItsUsage() {
    Completed answer = completed(TEXT);

    assertThat(answer.items())
        .containsExactly(new Message(List.of(text("Hello")), Requests.object(TEXT)));
    assertThat(answer.usage()).isEqualTo(new Usage(12, 5));
    assertThat(answer.usage().totalTokens()).isEqualTo(17);
  }

  @Test
  void theOrderOfItemsIsKept() {
    Completed answer =
        completed(
            "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[]}",
            TEXT,
            call("call_a", "one"),
            call("call_b", "two"));

    assertThat(answer.items())
        .extracting(item -> item.getClass().getSimpleName())
        .containsExactly("Other", "Message", "FunctionCall", "FunctionCall");
    assertThat(((FunctionCall) answer.items().get(2)).callId()).isEqualTo("call_a");
    assertThat(((FunctionCall) answer.items().get(3)).name()).isEqualTo("two");
  }

  @Test
  void theRawItemIsTheProvidersOwn() {
    String reasoning =
        "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"x\"}";

    assertThat(completed(reasoning).items()).containsExactly(new Other(Requests.object(reasoning)));
  }

  @Test
  void aRefusalIsAPartOfItsMessage() {
    Completed answer =
        completed(
            """
            {"type":"message","content":[{"type":"output_text","text":"Well","annotations":[]},
             {"type":"refusal","refusal":"I will not"}]}
            """);

    assertThat(((Message) answer.items().get(0)).parts())
        .containsExactly(text("Well"), new ContentPart.Refusal("I will not"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"content\":[]}",
        "{\"type\":\"message\"}",
        "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"\"}]}",
        "{\"type\":\"message\",\"content\":\"odd\"}"
      })
  void aMessageThatSaysNothingIsNone(String message) {
    assertThat(completed(message).items()).hasOnlyElementsOfType(Other.class);
  }

  @Test
  void aForeignCallIdIsShownInTheFormThatClientsKnow() {
    FunctionCall call = (FunctionCall) completed(call("get_weather:0", "f")).items().get(0);

    assertThat(call.callId()).matches("call_[A-Za-z0-9]{24}");
    assertThat(call.raw().get("call_id").getAsString()).isEqualTo("get_weather:0");
  }

  @Test
  void callsThatShareAnIdGetOnesOfTheirOwn() {
    Completed answer = completed(call("call_a", "f"), call("call_a", "f"));

    assertThat(answer.items())
        .map(FunctionCall.class::cast)
        .extracting(FunctionCall::callId)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("call_[A-Za-z0-9]+"));
    assertThat(answer.items())
        .extracting(item -> item.raw().get("call_id").getAsString())
        .doesNotHaveDuplicates();
  }

  @Test
  void aFileSearchTellsWhatItFound() {
    FileSearch search =
        (FileSearch)
            completed(
                    """
                    {"type":"file_search_call","id":"fs_1","status":"completed","queries":["q"],
                     "results":[{"file_id":"file-1","filename":"a.txt","score":0.75,"text":"found"}]}
                    """)
                .items()
                .get(0);

    assertThat(search.id()).isEqualTo("fs_1");
    FileSearch.Result result = search.results().get(0);
    assertThat(result.fileId()).isEqualTo("file-1");
    assertThat(result.fileName()).isEqualTo("a.txt");
    assertThat(result.text()).isEqualTo("found");
    assertThat(result.score().doubleValue()).isEqualTo(0.75);
  }

  @Test
  void aFileSearchWithoutResultsFoundNothing() {
    assertThat(
            completed("{\"type\":\"file_search_call\",\"id\":\"fs_1\",\"results\":null}").items())
        .map(FileSearch.class::cast)
        .allMatch(search -> search.results().isEmpty());
  }

  @Test
  void runCodeIsToldWithItsOutputs() {
    CodeInterpreter code =
        (CodeInterpreter)
            completed(
                    """
                    {"type":"code_interpreter_call","id":"ci_1","container_id":"cntr_1",
                     "code":"print(1)","status":"completed","outputs":[
                      {"type":"logs","logs":"1"},
                      {"type":"image","url":"https://example.com/files/cfile_abc1/content"},
                      {"type":"image","url":"data:image/png;base64,AAAA"}]}
                    """)
                .items()
                .get(0);

    assertThat(code.id()).isEqualTo("ci_1");
    assertThat(code.code()).isEqualTo("print(1)");
    assertThat(code.outputs())
        .containsExactly(
            new CodeOutput.Logs("1"),
            new CodeOutput.Image("cfile_abc1"),
            new CodeOutput.Logs("[an image that the provider keeps no file of]"));
  }

  @Test
  void codeThatIsUnknownIsEmpty() {
    assertThat(
            completed(
                    "{\"type\":\"code_interpreter_call\",\"id\":\"c\",\"code\":null,\"outputs\":null}")
                .items())
        .map(CodeInterpreter.class::cast)
        .allMatch(code -> code.code().isEmpty() && code.outputs().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "max_output_tokens,MAX_OUTPUT_TOKENS",
    "content_filter,CONTENT_FILTER",
    "something_new,MAX_OUTPUT_TOKENS"
  })
  void anAnswerThatWasCutShortSaysWhy(String reason, Reason expected) {
    provider.answers(
        200,
        """
        {"status":"incomplete","incomplete_details":{"reason":"%s"},"output":[%s],
         "usage":{"input_tokens":1,"output_tokens":2}}
        """
            .formatted(reason, TEXT));

    Incomplete answer = (Incomplete) answer();

    assertThat(answer.reason()).isEqualTo(expected);
    assertThat(answer.items()).hasSize(1);
    assertThat(answer.usage()).isEqualTo(new Usage(1, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limit_exceeded,RATE_LIMIT",
    "invalid_prompt,INVALID_PROMPT",
    "bio_policy,INVALID_PROMPT",
    "image_too_large,INVALID_PROMPT",
    "invalid_base64_image,INVALID_PROMPT",
    "context_length_exceeded,CONTEXT_LENGTH",
    "server_error,SERVER_ERROR",
    "vector_store_timeout,SERVER_ERROR"
  })
  void aFailedResponseFailsByItsCode(String code, Kind kind) {
    provider.answers(
        200,
        "{\"status\":\"failed\",\"error\":{\"code\":\"%s\",\"message\":\"It broke\"},\"output\":[]}"
            .formatted(code));

    Failed failed = (Failed) answer();

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.message())
        .isEqualTo(
            provider.place() + ", asked for model 'some-model', reports an error: It broke.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":\"completed\"}",
        "{\"status\":\"completed\",\"output\":5}",
        "{\"status\":\"queued\",\"output\":[]}",
        "{\"status\":\"failed\",\"error\":null}",
        "{\"status\":\"novel\",\"output\":[]}",
      })
  void anAnswerThatIsNoneFails(String body) {
    provider.answers(200, body);

    assertThat(answer())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Kind.SERVER_ERROR);
              assertThat(failed.message()).startsWith(provider.place() + " gave an answer with ");
            });
  }

  @Test
  void usageThatIsMissingIsNone() {
    provider.answers(200, FakeProvider.least(Api.RESPONSES));

    assertThat(((Completed) answer()).usage()).isEqualTo(Usage.NONE);
  }

  private Completed completed(String... items) {
    provider.answers(
        200,
        """
        {"id":"resp_1","status":"completed","error":null,"output":[%s],
         "usage":{"input_tokens":12,"output_tokens":5,"total_tokens":17}}
        """
            .formatted(String.join(",", items)));
    return (Completed) answer();
  }

  private ModelAnswer answer() {
    return provider.call(Api.RESPONSES, Requests.hello());
  }

  private static ContentPart text(String text) {
    return new ContentPart.Text(text, List.of());
  }

  private static String call(String id, String name) {
    return """
        {"type":"function_call","id":"fc_1","call_id":"%s","name":"%s","arguments":"{}"}
        """
        .formatted(id, name);
  }
}

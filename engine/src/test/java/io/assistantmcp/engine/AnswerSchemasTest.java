package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.hangs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.engine.LocalApi.Answer;
import java.nio.file.Path;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that all answers in these tests go through has to see what is wrong with one. */
@Tag("slice")
class AnswerSchemasTest {

  private static final AnswerSchemas SCHEMAS = new AnswerSchemas();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "object":"thread.run" | "object":"walk"             | a wrong constant
          "status":"queued"         | "status":"waiting"          | an unknown status
          "status":"queued"         | "state":"queued"            | a missing field
          "metadata":{}             | "metadata":{},"surprise":1  | an unknown field
          "type":"auto"             | "type":"auto","surprise":1  | an unknown field deeper down
          "usage":null              | "usage":{"tokens":1}        | an incomplete object
          "parallel_tool_calls":true | "parallel_tool_calls":"yes" | a wrong type
          """)
  void objectsTo(String right, String wrong, String what) {
    try (LocalApi api = new TestEngine(folder).open()) {
      Answer run = Conversation.on(api).start("");
      String body = run.ok().toString();
      List<String> path = List.of("threads", "thread_1", "runs");
      assertThatCode(() -> SCHEMAS.check("POST", path, 200, run.headers(), run.ok()))
          .doesNotThrowAnyException();

      assertThat(body).contains(right);
      JsonObject changed = object(body.replace(right, wrong));

      assertThatThrownBy(() -> SCHEMAS.check("POST", path, 200, run.headers(), changed))
          .as(what)
          .isInstanceOf(AssertionError.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | 409 | "param"              | "param"            | another status
          404 | 404 | "param":null         | "params":null      | a field by another name
          404 | 404 | "code":null          | "code":null,"x":1  | an unknown field
          404 | 404 | invalid_request_error | server_error      | the type of another status
          """)
  void objectsToErrorsWith(int right, int wrong, String from, String to, String what) {
    try (LocalApi api = new TestEngine(folder).open()) {
      Answer error = api.get("/threads/thread_1");
      List<String> path = List.of("threads", "thread_1");
      assertThatCode(() -> SCHEMAS.check("GET", path, right, error.headers(), error.body()))
          .doesNotThrowAnyException();

      assertThat(error.body().toString()).contains(from);
      JsonObject changed = object(error.body().toString().replace(from, to));

      assertThatThrownBy(() -> SCHEMAS.check("GET", path, wrong, error.headers(), changed))
          .as(what)
          .isInstanceOf(AssertionError.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"content-type, text/plain", "x-request-id, none", "openai-version, 2021-01-01"})
  void objectsToTheHeader(String name, String value) {
    try (LocalApi api = new TestEngine(folder).open()) {
      Answer page = api.get("/assistants");
      Headers changed = page.headers().newBuilder().set(name, value).build();

      assertThatThrownBy(() -> SCHEMAS.check("GET", List.of("assistants"), 200, changed, page.ok()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void objectsToAListWithTheItemsOfAnother() {
    try (LocalApi api = new TestEngine(folder).open()) {
      Conversation talk = Conversation.on(api);
      Answer messages = api.get(talk.path() + "/messages");

      assertThatThrownBy(
              () ->
                  SCHEMAS.check(
                      "GET",
                      List.of("threads", "thread_1", "runs"),
                      200,
                      messages.headers(),
                      messages.ok()))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void seesAnAnswerAndAnErrorOfEveryOperation() throws Exception {
    ScriptedModel model = new ScriptedModel();
    model.then(completes(call("call_a", "weather")));
    model.otherwise(hangs());
    try (LocalApi api = new TestEngine(folder).model(model).open()) {
      Conversation talk = Conversation.on(api);
      String run = talk.start("").id();
      talk.await(run, "requires_action");
      String message = api.get(talk.path() + "/messages").ids().get(0);
      String step = api.get(talk.path(run) + "/steps").ids().get(0);

      var calls =
          new EveryOperation(api, talk.assistant(), talk.thread(), message, run, step).calls();
      var failing = EveryOperation.onNothing(api).failingCalls();

      assertThat(calls.keySet())
          .isEqualTo(api.engine().operations())
          .isEqualTo(failing.keySet())
          .hasSize(23);
      calls.forEach((id, call) -> assertThat(call.get().status()).as(id).isEqualTo(200));
      failing.forEach((id, call) -> assertThat(call.get().status()).as(id).isIn(400, 404));
    }
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}

package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.hangs;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.LocalApi.Answer;
import io.assistantmcp.engine.model.ModelKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantsTest {

  private static final String CANARY = "sk-canary-4f1d";

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();

  @Test
  void showsNobodyWhatIsAnothers() throws Exception {
    model.then(completes(call("call_a", "weather")));
    try (LocalApi api = new TestEngine(folder).model(model).withKeys().open()) {
      LocalApi mine = api.as(CANARY);
      LocalApi theirs = api.as("sk-other");
      Conversation talk = Conversation.on(mine);
      String run = talk.start("").id();
      talk.await(run, "requires_action");
      String message = mine.get(talk.path() + "/messages").ids().get(0);
      String step = talk.steps(run).get(0).get("id").getAsString();

      List<Answer> foreign =
          everything(theirs, talk.assistant(), talk.thread(), message, run, step);
      List<Answer> unknown =
          everything(
              theirs,
              "asst_" + "0".repeat(24),
              "thread_" + "0".repeat(24),
              "msg_" + "0".repeat(24),
              "run_" + "0".repeat(24),
              "step_" + "0".repeat(24));
      for (int i = 0; i < foreign.size(); i++) {
        assertThat(foreign.get(i).status()).isEqualTo(404).isEqualTo(unknown.get(i).status());
        assertThat(foreign.get(i).body().toString().replaceAll("_[A-Za-z0-9]{24}", "_ID"))
            .isEqualTo(unknown.get(i).body().toString().replaceAll("_[A-Za-z0-9]{24}", "_ID"));
      }
      assertThat(theirs.get("/assistants").ids()).isEmpty();
      assertThat(theirs.get("/assistants?after=" + talk.assistant()).status()).isEqualTo(404);
      assertThat(talk.status(run)).isEqualTo("requires_action");
    }
  }

  /** All operations that take an id, on these. */
  private static List<Answer> everything(
      LocalApi api, String assistant, String thread, String message, String run, String step) {
    String own = api.post("/threads", "{}").id();
    String path = "/threads/" + thread;
    String said = "{\"role\":\"user\",\"content\":\"Hi\"}";
    String start = "{\"assistant_id\":\"%s\"}".formatted(assistant);
    List<Answer> answers = new ArrayList<>();
    for (String one :
        List.of(
            "/assistants/" + assistant,
            path,
            path + "/messages",
            path + "/messages/" + message,
            path + "/runs",
            path + "/runs/" + run,
            path + "/runs/" + run + "/steps",
            path + "/runs/" + run + "/steps/" + step,
            "/threads/" + own + "/messages/" + message,
            "/threads/" + own + "/runs/" + run)) {
      answers.add(api.get(one));
    }
    for (String one :
        List.of(
            "/assistants/" + assistant,
            path,
            path + "/messages/" + message,
            path + "/runs/" + run,
            path + "/runs/" + run + "/cancel")) {
      answers.add(api.post(one, "{}"));
    }
    answers.add(api.post(path + "/messages", said));
    answers.add(api.post(path + "/runs", start));
    answers.add(api.post("/threads/" + own + "/runs", start));
    answers.add(api.post("/threads/runs", start));
    answers.add(api.post(path + "/runs/" + run + "/submit_tool_outputs", "{\"tool_outputs\":[]}"));
    for (String one : List.of("/assistants/" + assistant, path + "/messages/" + message, path)) {
      answers.add(api.delete(one));
    }
    return answers;
  }

  @Test
  void callsTheModelWithTheKeyOfWhoAsked() throws Exception {
    CompletableFuture<String> used = new CompletableFuture<>();
    model.then(
        (request, key, token) -> {
          used.complete(key == null ? "none" : key.value());
          return ScriptedModel.says("Hello").answer(request, key, token);
        });
    try (LocalApi api = new TestEngine(folder).model(model).withKeys().open()) {
      Conversation talk = Conversation.on(api.as(CANARY));
      talk.settled(talk.start("").id());
      assertThat(used).isCompletedWithValue(CANARY);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("sk-canary");
      }
    }
  }

  @Test
  void wantsAKey() {
    try (LocalApi api = new TestEngine(folder).withKeys().open()) {
      assertThat(api.get("/assistants").error())
          .startsWith("401 You didn't provide an API key.")
          .endsWith("[null, null]");
    }
  }

  @Test
  void failsARunWhoseKeyNobodyHasAnyMore() throws Exception {
    String run;
    Conversation talk;
    model.then(hangs());
    try (LocalApi api = new TestEngine(folder).model(model).withKeys().open()) {
      talk = Conversation.on(api.as(CANARY));
      run = talk.start("").id();
      model.request();
    }
    try (LocalApi api = new TestEngine(folder).model(model).withKeys().open()) {
      Thread.sleep(4000);
      Conversation again = new Conversation(api.as(CANARY), talk.assistant(), talk.thread());
      JsonObject failed = again.settled(run);
      assertThat(failed.get("status").getAsString()).isEqualTo("failed");
      assertThat(failed.getAsJsonObject("last_error").get("message").getAsString())
          .contains("API key that this run was created with is kept in memory only");
    }
  }

  @Test
  void goesOnWithARunOnceItsClientBringsTheKeyAgain() throws Exception {
    String run;
    Conversation talk;
    model.then(hangs());
    try (LocalApi api = new TestEngine(folder).model(model).withKeys().open()) {
      talk = Conversation.on(api.as(CANARY));
      run = talk.start("").id();
      model.request();
    }
    try (LocalApi api = new TestEngine(folder).model(model).withKeys().open()) {
      Conversation again = new Conversation(api.as(CANARY), talk.assistant(), talk.thread());
      assertThat(again.settled(run).get("status").getAsString()).isEqualTo("completed");
      assertThat(again.texts("?order=asc")).containsExactly("Hi", "Hello");
    }
  }

  @Test
  void refusesWhatCanBeNoKey() {
    try (LocalApi api = new TestEngine(folder).withKeys().open()) {
      assertThat(api.as("sk with spaces").get("/assistants").error())
          .isEqualTo(
              "401 Incorrect API key provided: it holds characters that no key has. [null,"
                  + " invalid_api_key]");
    }
    assertThat(ModelKey.of(CANARY)).hasToString("[hidden]");
  }
}

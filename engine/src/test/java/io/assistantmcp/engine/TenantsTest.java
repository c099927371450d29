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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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

      EveryOperation foreign =
          new EveryOperation(theirs, talk.assistant(), talk.thread(), message, run, step);
      EveryOperation unknown = EveryOperation.onNothing(theirs);
      Map<String, Supplier<Answer>> calls = foreign.calls();
      assertThat(calls.keySet()).isEqualTo(api.engine().operations());
      calls.keySet().removeAll(EveryOperation.WITHOUT_ID);
      calls.forEach((id, call) -> assertSame(id, call.get(), unknown.call(id)));

      String own = theirs.post("/threads", "{}").id();
      assertSame(
          "a message of another thread",
          theirs.get("/threads/" + own + "/messages/" + message),
          theirs.get("/threads/" + own + "/messages/" + unknown.message()));
      assertSame(
          "a run of another thread",
          theirs.get("/threads/" + own + "/runs/" + run),
          theirs.get("/threads/" + own + "/runs/" + unknown.run()));
      assertSame(
          "an assistant for a thread of one's own",
          theirs.post("/threads/" + own + "/runs", start(talk.assistant())),
          theirs.post("/threads/" + own + "/runs", start(unknown.assistant())));
      for (String cursor : List.of("after", "before")) {
        assertSame(
            cursor,
            theirs.get("/assistants?" + cursor + "=" + talk.assistant()),
            theirs.get("/assistants?" + cursor + "=" + unknown.assistant()));
      }

      String messages = "/threads/" + own + "/messages?after=";
      assertSame(
          "a message as a cursor",
          theirs.get(messages + message),
          theirs.get(messages + unknown.message()));
      String runs = "/threads/" + own + "/runs?before=";
      assertSame("a run as a cursor", theirs.get(runs + run), theirs.get(runs + unknown.run()));
      assertThat(theirs.get("/threads/" + own + "/messages?run_id=" + run).ids()).isEmpty();
      assertThat(theirs.get("/assistants").ids()).isEmpty();
      assertThat(talk.status(run)).isEqualTo("requires_action");
      assertThat(mine.get(talk.path()).get("metadata")).isEqualTo(new JsonObject());
      assertThat(mine.get(talk.path() + "/messages").ids()).containsExactly(message);
    }
  }

  private static String start(String assistant) {
    return "{\"assistant_id\":\"%s\"}".formatted(assistant);
  }

  /** What is another's answers as what is not there does, but for the id. */
  private static void assertSame(String what, Answer foreign, Answer unknown) {
    assertThat(foreign.status()).as(what).isEqualTo(404);
    assertThat(unknown.status()).as(what).isEqualTo(404);
    assertThat(withoutIds(foreign)).as(what).isEqualTo(withoutIds(unknown));
    assertThat(foreign.headers().names()).as(what).isEqualTo(unknown.headers().names());
  }

  private static String withoutIds(Answer answer) {
    return answer.body().toString().replaceAll("_[A-Za-z0-9]{24}", "_ID");
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

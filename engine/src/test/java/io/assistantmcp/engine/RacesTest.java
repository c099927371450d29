package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.hangs;
import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.LocalApi.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty clients who want the same at the same time: one of them gets it. */
class RacesTest {

  private static final int CLIENTS = 50;
  private static final String LOCKED =
      "400 Thread thread_.{24} already has an active run run_.*"
          + "|400 Can't add messages to thread_.{24} while a run run_.{24} is active.*";
  private static final String OVER =
      "400 Cannot cancel run with status '.*"
          + "|400 Runs in status \".*\" do not accept tool outputs.*";

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private LocalApi api;
  private Conversation talk;

  @BeforeEach
  void open() {
    api = new TestEngine(folder).model(model).open();
    talk = Conversation.on(api);
  }

  @AfterEach
  void close() {
    clients.shutdownNow();
    api.close();
  }

  @Test
  void startsOneRun() throws Exception {
    model.then(completes(call("call_a", "weather")));
    List<Answer> answers = race(() -> talk.start(""));
    assertThat(losers(answers)).allMatch(error -> error.matches(LOCKED));
    assertThat(api.get(talk.path() + "/runs").ids()).hasSize(1);
  }

  @Test
  void takesOutputsOnce() throws Exception {
    model.then(completes(call("call_a", "weather")));
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    List<Answer> answers = race(() -> talk.submit(run, "call_a", "sun"));
    assertThat(losers(answers)).allMatch(error -> error.matches(OVER));
    talk.settled(run);
    assertThat(talk.texts("?order=asc")).containsExactly("Hi", "Hello");
    model.request();
    model.request();
    assertThat(model.calls()).isZero();
  }

  @Test
  void cancelsOnce() throws Exception {
    model.then(completes(call("call_a", "weather")));
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    assertThat(losers(race(() -> talk.cancel(run))))
        .allMatch(error -> error.startsWith("400 Cannot cancel run with status 'cancelled'."));
    assertThat(talk.status(run)).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "message", "assistant"})
  void deletesOnce(String kind) throws Exception {
    String path =
        switch (kind) {
          case "thread" -> talk.path();
          case "message" ->
              talk.path() + "/messages/" + api.get(talk.path() + "/messages").ids().get(0);
          default -> "/assistants/" + talk.assistant();
        };
    assertThat(losers(race(() -> api.delete(path))))
        .allMatch(error -> error.startsWith("404 No %s found with id '".formatted(kind)));
  }

  @Test
  void startsOneRunWhicheverEngineIsAsked() throws Exception {
    model.then(completes(call("call_a", "weather")));
    try (LocalApi elsewhere = new TestEngine(folder).model(model).open()) {
      Conversation same = new Conversation(elsewhere, talk.assistant(), talk.thread());
      AtomicInteger turn = new AtomicInteger();
      List<Answer> answers = race(() -> (turn.getAndIncrement() % 2 == 0 ? talk : same).start(""));
      assertThat(losers(answers)).allMatch(error -> error.matches(LOCKED));
      String run = api.get(talk.path() + "/runs").ids().get(0);
      talk.await(run, "requires_action");
      assertThat(losers(race(() -> (turn.getAndIncrement() % 2 == 0 ? talk : same).cancel(run))))
          .allMatch(error -> error.startsWith("400 Cannot cancel run with status 'cancelled'."));
    }
  }

  @Test
  void takesMessagesBeforeARunOrNot() throws Exception {
    AtomicInteger turn = new AtomicInteger();
    List<Answer> answers =
        race(() -> turn.getAndIncrement() % 2 == 0 ? talk.say("more") : talk.start(""));
    List<String> taken =
        answers.stream()
            .filter(answer -> answer.status() == 200)
            .map(answer -> answer.get("object").getAsString())
            .toList();
    assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Answer::error))
        .allMatch(error -> error.matches(LOCKED));
    // What was taken before the first run began is what its model is shown.
    long messages = taken.stream().filter("thread.message"::equals).count();
    long runs = taken.stream().filter("thread.run"::equals).count();
    assertThat(runs).isPositive();
    assertThat(model.request().input()).hasSizeBetween(1, 1 + (int) messages);
    assertThat(api.get(talk.path() + "/runs?limit=100").ids()).hasSize((int) runs);
  }

  @Test
  void answersAllWhoWantDifferentThingsAsDocumented() throws Exception {
    model.then(completes(call("call_a", "weather")));
    model.otherwise(hangs());
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    List<Supplier<Answer>> wishes =
        List.of(
            () -> talk.cancel(run),
            () -> talk.submit(run, "call_a", "sun"),
            () -> talk.say("more"),
            () -> talk.start(""),
            () -> api.get(talk.path(run)),
            () -> api.post(talk.path(run), "{\"metadata\":{\"k\":\"v\"}}"),
            () -> api.get(talk.path(run) + "/steps"),
            () -> api.delete("/assistants/" + talk.assistant()),
            () -> talk.cancel(run),
            () -> api.delete(talk.path()));
    AtomicInteger turn = new AtomicInteger();
    List<Answer> answers = race(() -> wishes.get(turn.getAndIncrement() % wishes.size()).get());
    assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Answer::error))
        .allMatch(error -> error.matches(LOCKED + "|" + OVER + "|404 No \\w+ found with id .*"));
    assertThat(answers.stream().filter(RacesTest::isDeletedThread)).hasSize(1);
    assertThat(api.get(talk.path()).status()).isEqualTo(404);
  }

  private static boolean isDeletedThread(Answer answer) {
    return answer.status() == 200 && answer.get("object").getAsString().equals("thread.deleted");
  }

  @Test
  void letsEitherCancelOrSubmitWin() throws Exception {
    for (int i = 0; i < 10; i++) {
      model.then(completes(call("call_a", "weather")));
      String run = talk.start("").id();
      talk.await(run, "requires_action");
      Future<Answer> cancelled = clients.submit(() -> talk.cancel(run));
      Future<Answer> submitted = clients.submit(() -> talk.submit(run, "call_a", "sun"));
      int submit = submitted.get().status();
      int cancel = cancelled.get().status();
      assertThat(List.of(submit, cancel)).contains(200);
      String end = talk.settled(run).get("status").getAsString();
      assertThat(end).isEqualTo(cancel == 200 ? "cancelled" : "completed");
    }
  }

  private List<Answer> race(Supplier<Answer> client) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Answer>> racing = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      racing.add(
          clients.submit(
              () -> {
                start.await();
                return client.get();
              }));
    }
    start.countDown();
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> one : racing) {
      answers.add(one.get());
    }
    return answers;
  }

  /** What all but the one winner were told. */
  private static List<String> losers(List<Answer> answers) {
    List<String> errors =
        answers.stream().filter(answer -> answer.status() != 200).map(Answer::error).toList();
    assertThat(errors).hasSize(CLIENTS - 1);
    return errors;
  }
}

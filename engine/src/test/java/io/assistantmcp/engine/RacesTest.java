package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.LocalApi.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients who want the same at the same time: one of them gets it. */
class RacesTest {

  private static final int CLIENTS = 50;

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
    assertThat(losers(answers))
        .allMatch(
            error -> error.matches("400 Thread thread_.{24} already has an active run run_.*"));
    assertThat(api.get(talk.path() + "/runs").ids()).hasSize(1);
  }

  @Test
  void takesOutputsOnce() throws Exception {
    model.then(completes(call("call_a", "weather")));
    String run = talk.start("").id();
    talk.await(run, "requires_action");
    List<Answer> answers = race(() -> talk.submit(run, "call_a", "sun"));
    assertThat(losers(answers))
        .allMatch(error -> error.matches("400 Runs in status \".*\" do not accept tool outputs.*"));
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

  @Test
  void deletesOnce() throws Exception {
    assertThat(losers(race(() -> api.delete(talk.path()))))
        .allMatch(error -> error.startsWith("404 No thread found with id 'thread_"));
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

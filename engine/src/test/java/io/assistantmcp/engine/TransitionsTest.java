package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.fails;
import static io.assistantmcp.engine.ScriptedModel.hangs;
import static io.assistantmcp.engine.ScriptedModel.isCutShort;
import static io.assistantmcp.engine.ScriptedModel.message;
import static io.assistantmcp.engine.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.assistantmcp.engine.model.ModelAnswer.Kind;
import io.assistantmcp.engine.model.ModelAnswer.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients and time can do to a run wherever it stands, and what they cannot, from outside. */
class TransitionsTest {

  private static final Set<String> ACTIVE = Set.of("queued", "in_progress", "requires_action");
  private static final List<String> ENDS =
      List.of("completed_at", "failed_at", "cancelled_at", "expires_at");

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();
  private final AtomicLong passed = new AtomicLong();
  private final CountDownLatch aborted = new CountDownLatch(1);
  private LocalApi api;
  private Conversation talk;
  // A run that is queued waits for the one worker, which another run keeps busy.
  private Runnable freeTheWorker = () -> {};

  @BeforeEach
  void open() {
    api = new TestEngine(folder).model(model).clock(new LateClock(passed)).workers(1).open();
    talk = Conversation.on(api);
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "queued, cancel, cancelled",
    "queued, time, expired",
    "queued, model, completed",
    "in_progress, cancel, cancelled",
    "in_progress, time, expired",
    "requires_action, cancel, cancelled",
    "requires_action, time, expired",
    "requires_action, submit, completed",
  })
  void goes(String from, String by, String to) throws Exception {
    String run = runThatIs(from);
    switch (by) {
      case "cancel" -> {
        JsonObject answer = talk.cancel(run).ok();
        assertThat(answer.get("status").getAsString()).isEqualTo("cancelling");
        assertThat(answer.get("required_action")).isEqualTo(JsonNull.INSTANCE);
      }
      case "time" -> passed.set(600);
      case "submit" -> {
        JsonObject answer = talk.submit(run, "call_a", "sun").ok();
        assertThat(answer.get("status").getAsString()).isEqualTo("queued");
        assertThat(answer.get("required_action")).isEqualTo(JsonNull.INSTANCE);
      }
      default -> freeTheWorker.run();
    }
    JsonObject ended = talk.settled(run);

    assertThat(ended.get("status").getAsString()).isEqualTo(to);
    assertThat(ended.get("required_action")).isEqualTo(JsonNull.INSTANCE);
    String time = to.equals("expired") ? "expires_at" : to + "_at";
    assertThat(ENDS.stream().filter(name -> !ended.get(name).isJsonNull())).containsExactly(time);
    assertThat(talk.steps(run))
        .extracting(step -> step.get("status").getAsString())
        .doesNotContain("in_progress");
    assertThat(talk.say("next").status()).isEqualTo(200);
    if (from.equals("in_progress")) {
      assertThat(aborted.await(10, TimeUnit.SECONDS)).as("the model call is ended").isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queued",
        "in_progress",
        "requires_action",
        "cancelled",
        "failed",
        "completed",
        "incomplete",
        "expired"
      })
  void staysWhereItIs(String status) throws Exception {
    String run = runThatIs(status);
    JsonObject before = api.get(talk.path(run)).ok();
    boolean active = ACTIVE.contains(status);
    if (!active) {
      assertThat(talk.cancel(run).error())
          .isEqualTo("400 Cannot cancel run with status '%s'. [null, null]".formatted(status));
    }
    assertThat(talk.submit(run, "call_b", "x").error())
        .isEqualTo(
            status.equals("requires_action")
                ? "400 Expected tool outputs for call_ids ['call_a'], got ['call_b'] [null, null]"
                : "400 Runs in status \"%s\" do not accept tool outputs. [null, null]"
                    .formatted(status));
    if (active) {
      assertThat(talk.say("more").error())
          .isEqualTo(
              "400 Can't add messages to %s while a run %s is active. [null, null]"
                  .formatted(talk.thread(), run));
      assertThat(talk.start("").error())
          .isEqualTo(
              "400 Thread %s already has an active run %s. [null, null]"
                  .formatted(talk.thread(), run));
    } else {
      assertThat(talk.say("more").status()).isEqualTo(200);
      passed.addAndGet(600);
    }
    assertThat(api.get(talk.path(run)).ok()).isEqualTo(before);
    assertThat(api.get(talk.path() + "/runs").ok().getAsJsonArray("data").get(0)).isEqualTo(before);

    // Its thread can be read and annotated meanwhile, and lose messages.
    String message = talk.path() + "/messages/" + api.get(talk.path() + "/messages").ids().get(0);
    String metadata = "{\"metadata\":{\"k\":\"v\"}}";
    assertThat(api.get(message).status()).isEqualTo(200);
    assertThat(api.post(message, metadata).status()).isEqualTo(200);
    assertThat(api.post(talk.path(), metadata).status()).isEqualTo(200);
    assertThat(api.delete(message).status()).isEqualTo(200);
    JsonObject noted = api.post(talk.path(run), metadata).ok();
    before.add("metadata", noted.get("metadata"));
    assertThat(noted).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "in_progress", "requires_action", "completed"})
  void isGoneWithItsThread(String status) throws Exception {
    String run = runThatIs(status);
    api.delete(talk.path()).ok();

    String gone = "404 No thread found with id '%s'. [null, null]".formatted(talk.thread());
    assertThat(api.get(talk.path(run)).error()).isEqualTo(gone);
    assertThat(api.get(talk.path(run) + "/steps").error()).isEqualTo(gone);
    assertThat(talk.cancel(run).error()).isEqualTo(gone);
    assertThat(talk.submit(run, "call_a", "x").error()).isEqualTo(gone);
    if (status.equals("in_progress")) {
      assertThat(aborted.await(10, TimeUnit.SECONDS)).as("the model call is ended").isTrue();
    }
  }

  private String runThatIs(String status) throws Exception {
    switch (status) {
      case "queued" -> {
        model.then(hangs());
        Conversation other = Conversation.on(api);
        String hanging = other.start("").id();
        model.request();
        freeTheWorker = () -> other.cancel(hanging).ok();
      }
      case "in_progress" ->
          model.then(
              (request, key, token) -> {
                var answer = hangs().answer(request, key, token);
                aborted.countDown();
                return answer;
              });
      case "requires_action" -> model.then(completes(call("call_a", "weather")));
      case "cancelled" -> model.then(hangs());
      case "failed" -> model.then(fails(Kind.SERVER_ERROR, "The model said no."));
      case "incomplete" -> model.then(isCutShort(Reason.MAX_OUTPUT_TOKENS, message("Once")));
      case "expired" -> model.then(hangs());
      default -> model.then(says("Hello"));
    }
    String run = talk.start("").id();
    if (status.equals("cancelled")) {
      talk.cancel(run).ok();
    } else if (status.equals("expired")) {
      passed.set(600);
    }
    talk.await(run, status);
    return run;
  }
}

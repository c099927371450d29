package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.call;
import static io.assistantmcp.engine.ScriptedModel.completes;
import static io.assistantmcp.engine.ScriptedModel.hangs;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();

  @Test
  void endsARunWhoseModelDoesNotAnswer() throws Exception {
    model.then(hangs());
    try (LocalApi api = new TestEngine(folder).model(model).life(Duration.ofSeconds(2)).open()) {
      Conversation talk = Conversation.on(api);
      JsonObject run = talk.settled(talk.start("").id());
      assertThat(run.get("status").getAsString()).isEqualTo("expired");
      assertThat(talk.say("more").status()).isEqualTo(200);
      assertThat(talk.settled(talk.start("").id()).get("status").getAsString())
          .isEqualTo("completed");
    }
  }

  @Test
  void endsARunWhoseClientDoesNotComeBack() throws Exception {
    model.then(completes(call("call_a", "weather")));
    AtomicLong passed = new AtomicLong();
    try (LocalApi api = new TestEngine(folder).model(model).clock(new LateClock(passed)).open()) {
      Conversation talk = Conversation.on(api);
      String run = talk.start("").id();
      talk.await(run, "requires_action");
      passed.set(600);
      // Nobody waits for the next look of the watch.
      assertThat(talk.status(run)).isEqualTo("expired");
      assertThat(talk.steps(run).get(0).get("status").getAsString()).isEqualTo("expired");
      assertThat(talk.steps(run).get(0).get("expired_at").getAsLong()).isPositive();
      assertThat(talk.submit(run, "call_a", "x").error())
          .isEqualTo("400 Runs in status \"expired\" do not accept tool outputs. [null, null]");
      assertThat(talk.cancel(run).error())
          .isEqualTo("400 Cannot cancel run with status 'expired'. [null, null]");
    }
  }

  @Test
  void freesTheThreadOfAnOverdueRunForWhoeverComesFirst() throws Exception {
    model.then(completes(call("call_a", "weather")));
    AtomicLong passed = new AtomicLong();
    try (LocalApi api = new TestEngine(folder).model(model).clock(new LateClock(passed)).open()) {
      Conversation talk = Conversation.on(api);
      String run = talk.start("").id();
      talk.await(run, "requires_action");
      passed.set(600);
      assertThat(talk.say("more").status()).isEqualTo(200);
      assertThat(api.get(talk.path() + "/runs").ok().getAsJsonArray("data").get(0))
          .extracting(one -> one.getAsJsonObject().get("status").getAsString())
          .isEqualTo("expired");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "runs", "steps", "step", "modify"})
  void isNoticedByWhoeverLooksFirst(String what) throws Exception {
    model.then(completes(call("call_a", "weather")));
    AtomicLong passed = new AtomicLong();
    try (LocalApi api = new TestEngine(folder).model(model).clock(new LateClock(passed)).open()) {
      Conversation talk = Conversation.on(api);
      String run = talk.start("").id();
      talk.await(run, "requires_action");
      String steps = talk.path(run) + "/steps";
      String step = steps + "/" + api.get(steps).ids().get(0);
      passed.set(600);
      JsonElement status =
          switch (what) {
            case "run" -> api.get(talk.path(run)).get("status");
            case "runs" -> first(api.get(talk.path() + "/runs"));
            case "steps" -> first(api.get(steps));
            case "step" -> api.get(step).get("status");
            default -> api.post(talk.path(run), "{}").get("status");
          };
      assertThat(status).isEqualTo(new JsonPrimitive("expired"));
    }
  }

  private static JsonElement first(LocalApi.Answer page) {
    return page.ok().getAsJsonArray("data").get(0).getAsJsonObject().get("status");
  }
}

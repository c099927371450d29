package io.assistantmcp.engine;

import static io.assistantmcp.engine.ScriptedModel.hangs;
import static io.assistantmcp.engine.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines on one file, as two editors with a server each have. */
class SharedDatabaseTest {

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();

  @Test
  void showsEachWhatTheOtherMade() throws Exception {
    try (LocalApi one = new TestEngine(folder).model(model).open();
        LocalApi other = new TestEngine(folder).model(model).open()) {
      Conversation talk = Conversation.on(one);
      Conversation same = new Conversation(other, talk.assistant(), talk.thread());
      String run = same.start("").id();
      assertThat(talk.settled(run).get("status").getAsString()).isEqualTo("completed");
      assertThat(same.texts("?order=asc")).isEqualTo(List.of("Hi", "Hello"));
    }
  }

  @Test
  void endsTheCallThatTheOtherMakesWithinASecond() throws Exception {
    CompletableFuture<Long> ended = new CompletableFuture<>();
    model.then(
        (request, key, token) -> {
          var answer = hangs().answer(request, key, token);
          ended.complete(System.nanoTime());
          return answer;
        });
    ScriptedModel idle = new ScriptedModel();
    try (LocalApi busy = new TestEngine(folder).model(model).open()) {
      Conversation talk = Conversation.on(busy);
      String run = talk.start("").id();
      model.request();
      try (LocalApi other = new TestEngine(folder).model(idle).open()) {
        new Conversation(other, talk.assistant(), talk.thread()).cancel(run).ok();
        long cancelled = System.nanoTime();
        long took = ended.get(10, TimeUnit.SECONDS) - cancelled;
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(1));
        assertThat(talk.status(run)).isEqualTo("cancelled");
      }
    }
  }

  @Test
  void leavesWhatItCouldNotFinishToTheNextStart() throws Exception {
    model.then(hangs());
    Conversation talk;
    String run;
    try (LocalApi first = new TestEngine(folder).model(model).open()) {
      talk = Conversation.on(first);
      run = talk.start("").id();
      model.request();
    }
    model.then(says("Here it is."));
    try (LocalApi next = new TestEngine(folder).model(model).open()) {
      Conversation again = new Conversation(next, talk.assistant(), talk.thread());
      assertThat(again.settled(run).get("status").getAsString()).isEqualTo("completed");
      assertThat(again.texts("?order=asc")).containsExactly("Hi", "Here it is.");
    }
  }
}

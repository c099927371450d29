package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at any moment, and what is left when others go on. */
@Timeout(180)
class KillTest {

  private static final int ROUNDS = Integer.getInteger("kill.rounds", 10);

  @TempDir Path folder;

  @Test
  void keepsEveryPromiseOfAKilledProcess() throws Exception {
    Random random = new Random();
    List<String> promises = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      EngineProcess process = EngineProcess.start(folder, 4);
      process.awaitPromises(10 + random.nextInt(60));
      Thread.sleep(random.nextInt(50));
      promises.addAll(process.kill());
    }
    assertThat(promises.stream().map(promise -> promise.split(" ")[0]))
        .contains("message", "run", "cancelled", "submitted", "completed");
    try (LocalApi api = EngineProcess.open(folder, 8)) {
      awaitAll(api, promises);
      for (String promise : promises) {
        String[] words = promise.split(" ");
        check(api, words[0], words[1], words[2]);
      }
    }
    assertThat(integrity()).isEqualTo("ok");
  }

  @Test
  void finishesWhatAKilledProcessHadBegun() throws Exception {
    try (LocalApi api = EngineProcess.open(folder, 1)) {
      EngineProcess other = EngineProcess.start(folder, 0);
      String assistant = api.post("/assistants", "{\"model\":\"m\"}").id();
      List<String> runs = new ArrayList<>();
      String byOther = "by " + other.pid();
      while (runs.size() < 50 || answers(api, runs).noneMatch(byOther::equals)) {
        runs.add(start(api, assistant));
      }
      runs.add(start(api, assistant));
      other.kill();
      runs.add(start(api, assistant));
      awaitAll(api, runs);
      for (String run : runs) {
        Conversation talk = new Conversation(api, assistant, run.split(" ")[1]);
        assertThat(talk.status(run.split(" ")[2])).isEqualTo("completed");
        assertThat(talk.texts("?order=asc")).hasSize(2).startsWith("plain");
      }
      assertThat(answers(api, runs)).contains("by " + ProcessHandle.current().pid(), byOther);
    }
    assertThat(integrity()).isEqualTo("ok");
  }

  private static String start(LocalApi api, String assistant) {
    String request =
        """
        {"assistant_id": "%s", "thread": {"messages": [{"role": "user", "content": "plain"}]}}
        """;
    LocalApi.Answer run = api.post("/threads/runs", request.formatted(assistant));
    return "run " + run.get("thread_id").getAsString() + " " + run.id();
  }

  /** The newest message of each run's thread. */
  private static Stream<String> answers(LocalApi api, List<String> runs) {
    return runs.stream()
        .map(run -> new Conversation(api, "", run.split(" ")[1]).texts("?limit=1").get(0));
  }

  private static void awaitAll(LocalApi api, List<String> promises) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    List<String> left = EngineProcess.unfinished(api, promises);
    while (!left.isEmpty()) {
      assertThat(System.nanoTime()).as("still going on: %s", left).isLessThan(end);
      Thread.sleep(100);
      left = EngineProcess.unfinished(api, left);
    }
  }

  private static void check(LocalApi api, String promised, String thread, String id) {
    Conversation talk = new Conversation(api, "", thread);
    if (promised.equals("message")) {
      assertThat(api.get(talk.path() + "/messages/" + id).status()).isEqualTo(200);
      return;
    }
    JsonObject run = api.get(talk.path(id)).ok();
    String status = run.get("status").getAsString();
    switch (promised) {
      case "run" -> assertThat(status).isIn("completed", "cancelled", "requires_action");
      case "submitted" -> assertThat(status).isEqualTo("completed");
      default -> assertThat(status).isEqualTo(promised);
    }
    // One message for the one text that the model put out, however often it was asked.
    boolean completed = status.equals("completed");
    assertThat(talk.texts("?run_id=" + id)).as(id).hasSize(completed ? 1 : 0);
    boolean called = talk.texts("?order=asc").get(0).equals("tool");
    if (completed) {
      assertThat(talk.steps(id)).hasSize(called ? 2 : 1);
    }
    if (!status.equals("requires_action")) {
      assertThat(talk.say("next").status()).as("the thread is free").isEqualTo(200);
    }
  }

  private String integrity() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("assistants.db"));
        ResultSet result = connection.createStatement().executeQuery("pragma integrity_check")) {
      return result.getString(1);
    }
  }
}

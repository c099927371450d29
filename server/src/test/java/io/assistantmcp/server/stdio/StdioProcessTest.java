package io.assistantmcp.server.stdio;

import static io.assistantmcp.server.stdio.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

class StdioProcessTest {

  private static final int CALLS = 2_000;

  @Test
  void everyPipelinedCallIsAnsweredOnceBeforeTheExit() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      for (int id = 0; id < CALLS; id++) {
        server.send(Messages.call(id, id % 10 == 0 ? "slow" : "echo", "{\"ms\":100}"));
      }
      server.hangUp();

      Set<Integer> ids = new HashSet<>();
      for (JsonNode answer : server.answers.next(CALLS)) {
        ids.add(answer.path("id").asInt());
        assertThat(text(answer)).isNotEmpty();
      }
      assertThat(ids).hasSize(CALLS);
      assertThat(server.exitCode()).isZero();
      assertThat(server.answers.rest()).isEmpty();
    }
  }

  @Test
  void lineOfAnyLengthFitsIntoLittleMemory() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      byte[] mebibyte = new byte[1 << 20];
      Arrays.fill(mebibyte, (byte) 'x');
      for (int i = 0; i < 200; i++) {
        server.send(mebibyte);
      }
      server.send("", Messages.ping(1));

      List<JsonNode> answers = server.answers.next(2);
      assertThat(answers).extracting(Answers::code).containsExactlyInAnyOrder(-32600, 0);
    }
  }

  @Test
  void aMessageThatOutgrowsTheMemoryIsRefused() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      server.send("[" + "[],".repeat(2_500_000) + "[]]", Messages.ping(1));

      // Each answer is written by a thread of its own, so either may come first.
      List<JsonNode> answers = server.answers.next(2);
      assertThat(answers).extracting(Answers::code).containsExactlyInAnyOrder(-32600, 0);
      assertThat(answers)
          .filteredOn(answer -> Answers.code(answer) == 0)
          .extracting(answer -> answer.path("id").asInt())
          .containsExactly(1);
    }
  }

  @Test
  void aClientThatReadsLateLosesNothing() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      for (int id = 0; id < 100; id++) {
        server.send(Messages.call(id, "text", "{\"size\":200000}"));
      }

      assertThat(server.answers.next(100)).allMatch(answer -> text(answer).length() == 200_000);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTerminatedServerStillAnswersWhatIsInFlight() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      server.send(Messages.call(1, "slow", "{\"ms\":500}"), Messages.ping(2));
      server.answers.next();

      server.process.toHandle().destroy();

      assertThat(text(server.answers.next())).isEqualTo("slept");
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aServerWhoseOutputNobodyReadsEnds() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      server.process.getInputStream().close();
      // A read that is under way keeps the pipe open until it returns, with any number of answers.
      // A server notices at its next write only, so it is given one to make until it has ended.
      for (int id = 1; id < 200 && server.isAlive(); id++) {
        server.sendIfHeard(Messages.ping(id));
        Thread.sleep(100);
      }

      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aServerWhoseParentIsGoneEnds() throws Exception {
    try (ServerProcess shell = ServerProcess.startBelowShell()) {
      List<ProcessHandle> below = shell.process.descendants().toList();
      ProcessHandle server =
          below.stream()
              .filter(process -> process.info().command().orElse("").endsWith("java"))
              .findFirst()
              .orElseThrow();

      shell.process.toHandle().destroyForcibly();

      assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }
}

package io.assistantmcp.server.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server has written, as JSON: a line that is none fails the test that reads it. */
final class Answers {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  void add(String line) {
    lines.add(line);
  }

  JsonNode next() throws InterruptedException {
    String line = lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(line).as("an answer").isNotNull();
    JsonNode answer = JSON.readTree(line);
    assertThat(answer.path("jsonrpc").asString()).isEqualTo("2.0");
    return answer;
  }

  List<JsonNode> next(int count) throws InterruptedException {
    List<JsonNode> answers = new ArrayList<>();
    while (answers.size() < count) {
      answers.add(next());
    }
    return answers;
  }

  /** All that is there now. */
  List<JsonNode> rest() throws InterruptedException {
    return next(lines.size());
  }

  static int code(JsonNode answer) {
    return answer.path("error").path("code").asInt();
  }

  static String message(JsonNode answer) {
    return answer.path("error").path("message").asString();
  }

  static String text(JsonNode answer) {
    return answer.path("result").path("content").path(0).path("text").asString();
  }
}

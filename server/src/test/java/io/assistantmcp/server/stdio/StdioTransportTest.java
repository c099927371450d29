package io.assistantmcp.server.stdio;

import static io.assistantmcp.server.stdio.Answers.code;
import static io.assistantmcp.server.stdio.Answers.message;
import static io.assistantmcp.server.stdio.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StdioTransportTest {

  @Test
  void everyPipelinedCallIsAnsweredOnce() throws Exception {
    try (Conversation client = Conversation.begin()) {
      for (int id = 0; id < 2_000; id++) {
        client.send(Messages.call(id, "echo", "{\"n\":" + id + "}"));
      }

      Set<Integer> ids = new HashSet<>();
      for (JsonNode answer : client.answers.next(2_000)) {
        ids.add(answer.path("id").asInt());
        assertThat(text(answer)).isEqualTo("{n=" + answer.path("id").asInt() + "}");
      }
      assertThat(ids).hasSize(2_000);
      client.end();
      assertThat(client.answers.rest()).isEmpty();
    }
  }

  @Test
  void slowCallsDelayNobody() throws Exception {
    try (Conversation client = Conversation.begin()) {
      for (int id = 0; id < 300; id++) {
        client.send(Messages.call(id, "slow", "{\"ms\":1500}"));
      }
      long sent = System.nanoTime();
      client.send(Messages.ping("\"ping\""));

      assertThat(client.answers.next().path("id").asString()).isEqualTo("ping");
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(1));
      client.answers.next(300);
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                | null  | -32700",
        "hello                                            | null  | -32700",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} x | null | -32700",
        "[]                                               | null  | -32600",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}] | null | -32600",
        "7                                                | null  | -32600",
        "null                                             | null  | -32600",
        "\"ping\"                                         | null  | -32600",
        "{}                                               | null  | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1}                   | 1     | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}   | 1     | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":5}  | \"a\" | -32600",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"} | 1   | -32600",
        "{\"id\":1,\"method\":\"ping\"}                   | 1     | -32600",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}   | 1     | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | null | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":\"ping\"}  | null | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | 1.5  | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}} | 1 | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"} | 1 | -32602",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]} | 1 | -32602",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"} | 1 | -32601",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\"}   | 1     | -32601"
      })
  void aBadLineIsAnsweredAndLifeGoesOn(String line, String id, int code) throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(line);

      JsonNode answer = client.answers.next();
      assertThat(answer.path("id").toString()).isEqualTo(id);
      assertThat(code(answer)).isEqualTo(code);
      assertThat(message(answer)).isNotBlank();
      client.send(Messages.ping(7));
      assertThat(client.answers.next().path("id").asInt()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\r",
        "\uFEFF",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard/of\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":5}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":99}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":{}}}",
        "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":99,\"error\":\"no\"}"
      })
  void whatIsNoRequestIsNotAnswered(String line) throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(line, Messages.ping(7));

      assertThat(client.answers.next().path("id").asInt()).isEqualTo(7);
      client.end();
      assertThat(client.answers.rest()).isEmpty();
    }
  }

  @Test
  void messagesSayWhatIsWrong() throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(Messages.request(1, "tools/call", "{\"name\":\"echo\",\"arguments\":7}"));
      assertThat(message(client.answers.next()))
          .isEqualTo("Invalid params: /params/arguments must be an object");

      client.send("{\"a\":{\"b\":tru}}");
      assertThat(message(client.answers.next()))
          .isEqualTo("Parse error: not valid JSON near $.a.b");

      client.send(Messages.call(2, "no_such_tool", "{}"));
      assertThat(message(client.answers.next())).isEqualTo("Unknown tool: no_such_tool");

      client.send(Messages.request(3, "server/discover", "{}"));
      assertThat(message(client.answers.next())).isEqualTo("Method not found: server/discover");
    }
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send("\uFEFF" + Messages.ping(1) + "\r");

      assertThat(client.answers.next().path("id").asInt()).isEqualTo(1);
    }
  }

  @Test
  void bytesThatAreNotUtf8AreAParseError() throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(Messages.ping("\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1));

      assertThat(code(client.answers.next())).isEqualTo(-32700);
      client.send(Messages.ping("\"\uFFFD\""));
      assertThat(client.answers.next().path("id").asString()).isEqualTo("\uFFFD");
    }
  }

  @Test
  void aLineOverTheLimitIsRefusedAndSkipped() throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(Messages.call(1, "echo", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"));

      JsonNode answer = client.answers.next();
      assertThat(code(answer)).isEqualTo(-32600);
      assertThat(message(answer))
          .isEqualTo("Invalid request: the line is longer than 1048576 bytes");
      client.send(Messages.ping(2));
      assertThat(client.answers.next().path("id").asInt()).isEqualTo(2);
    }
  }

  @Test
  void beforeInitializeOnlyPingIsServed() throws Exception {
    try (Conversation client = new Conversation(StdioSettings.defaults())) {
      client.send(Messages.request(1, "server/discover", "{}"));
      assertThat(code(client.answers.next())).isEqualTo(-32601);

      client.send(Messages.ping(2));
      assertThat(client.answers.next().has("result")).isTrue();

      client.send(Messages.INITIALIZED, Messages.request(3, "tools/list", "{}"));
      assertThat(message(client.answers.next()))
          .isEqualTo("Invalid request: the first request must be initialize");

      client.send(Messages.INITIALIZE);
      assertThat(client.answers.next().path("result").path("protocolVersion").asString())
          .isEqualTo("2025-11-25");
    }
  }

  @Test
  void requestsAreServedThoughTheClientNeverSaysInitialized() throws Exception {
    try (Conversation client = new Conversation(StdioSettings.defaults())) {
      client.send(Messages.INITIALIZE, Messages.request(1, "tools/list", "{}"), Messages.ping(2));

      List<JsonNode> answers = client.answers.next(3);
      assertThat(answers.get(0).path("id").asString()).isEqualTo("init");
      assertThat(answers).extracting(answer -> answer.path("id").asString("")).contains("init");
      assertThat(answers).allMatch(answer -> answer.has("result"));
    }
  }

  @Test
  void aCancelledCallIsAbortedAndNotAnswered() throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(Messages.call(1, "hang", "{}"), Messages.call("\"s\"", "slow", "{\"ms\":9000}"));
      assertThat(client.server.hanging.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(client.server.asleep.await(5, TimeUnit.SECONDS)).isTrue();

      client.send(Messages.cancel(1), Messages.cancel("\"s\""));

      assertThat(client.server.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(client.server.interrupted.await(5, TimeUnit.SECONDS)).isTrue();
      client.end();
      assertThat(client.answers.rest()).isEmpty();
    }
  }

  @Test
  void anIdInFlightCannotBeTakenAgain() throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(
          Messages.call(1, "slow", "{\"ms\":500}"), Messages.ping(1), Messages.ping("\"1\""));

      List<JsonNode> answers = client.answers.next(3);
      assertThat(answers).filteredOn(answer -> code(answer) == -32600).hasSize(1);
      assertThat(text(answers.get(2))).isEqualTo("slept");
      client.send(Messages.ping(1));
      assertThat(client.answers.next().has("result")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatal", "unwritable"})
  void aBrokenToolStillAnswers(String tool) throws Exception {
    try (Conversation client = Conversation.begin()) {
      client.send(Messages.call(1, tool, "{}"));

      JsonNode answer = client.answers.next();
      assertThat(code(answer)).isEqualTo(-32603);
      assertThat(message(answer)).isEqualTo("Internal error");
    }
  }

  @Test
  void theEndOfTheInputDrainsWhatIsInFlight() throws Exception {
    Conversation client = Conversation.begin();
    client.send(Messages.call(1, "slow", "{\"ms\":300}"));
    client.sendUnfinished(Messages.call(2, "slow", "{\"ms\":300}"));
    client.end();

    assertThat(client.answers.rest()).extracting(Answers::text).containsExactly("slept", "slept");
  }

  @Test
  void theDrainTakesNoLongerThanAllowed() throws Exception {
    Conversation client = new Conversation(new StdioSettings(1 << 20, Duration.ofMillis(200)));
    client.send(Messages.INITIALIZE, Messages.call(1, "hang", "{}"));
    client.answers.next();
    client.end();

    assertThat(client.server.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(client.answers.rest()).isEmpty();
  }

  @Test
  void closingWaitsForWhatIsInFlightAndTakesNoMore() throws Exception {
    Conversation client = Conversation.begin();
    client.send(Messages.call(1, "slow", "{\"ms\":300}"));
    assertThat(client.server.asleep.await(5, TimeUnit.SECONDS)).isTrue();

    client.transport.close();
    client.transport.close();

    assertThat(client.closed.getCount()).isZero();
    assertThat(text(client.answers.next())).isEqualTo("slept");
    client.send(Messages.ping(3));
    client.end();
    assertThat(client.answers.rest()).isEmpty();
  }

  @Test
  void aClientThatNoLongerReadsEndsEverything() throws Exception {
    Conversation client = Conversation.begin();
    client.send(Messages.call(1, "hang", "{}"));
    assertThat(client.server.hanging.await(5, TimeUnit.SECONDS)).isTrue();
    client.stopReading();
    client.send(Messages.ping(3));

    assertThat(client.closed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(client.server.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    client.end();
  }
}

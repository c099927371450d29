package io.assistantmcp.server.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of malformed lines, made so that the right answer to each is known. */
class HostileLinesTest {

  private static final int LINES = 4_000;

  /** A line and the answer to it, as id and code; no answer if that is empty. */
  private record Hostile(byte[] line, String answer) {

    Hostile(String line, String answer) {
      this(line.getBytes(StandardCharsets.UTF_8), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20261101})
  void eachIsAnsweredAsItDeserves(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> expected = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    try (Conversation client = Conversation.begin()) {
      for (int id = 0; id < LINES; id++) {
        Hostile hostile = hostile(id, random);
        client.send(hostile.line());
        if (!hostile.answer().isEmpty()) {
          expected.add(hostile.answer());
        }
      }
      client.send(Messages.ping(LINES));
      expected.add(LINES + " 0");
      client.end();
      client.answers.rest().forEach(a -> answered.add(a.path("id") + " " + Answers.code(a)));
    }
    assertThat(answered).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Hostile hostile(int id, Random random) {
    String valid = Messages.call(id, "echo", "{\"a\":" + value(random, 0) + "}");
    return switch (random.nextInt(14)) {
      case 0 ->
          new Hostile(valid.substring(0, 1 + random.nextInt(valid.length() - 1)), "null -32700");
      case 1 -> new Hostile(valid + garbage(random), "null -32700");
      case 2 -> new Hostile(garbage(random), "null -32700");
      case 3 -> new Hostile(notUtf8(valid, random), "null -32700");
      case 4 -> new Hostile("[".repeat(256 + random.nextInt(50_000)), "null -32700");
      case 5 -> new Hostile("[" + value(random, 0) + "]", "null -32600");
      case 6 -> new Hostile("{\"x\":" + value(random, 0) + "}", "null -32600");
      case 7 -> new Hostile(valid.replace("\"2.0\"", value(random, 0)), id + " -32600");
      case 8 -> new Hostile(Messages.ping(badId(random)), "null -32600");
      case 9 -> new Hostile(Messages.request(id, "tools/call", value(random, 0)), id + " -32602");
      case 10 ->
          new Hostile(Messages.request(id, garbage(random), value(random, 0)), id + " -32601");
      case 11 -> new Hostile(Messages.call(id, garbage(random), "{}"), id + " -32602");
      case 12 -> new Hostile(" \t\r".substring(random.nextInt(4)), "");
      default -> new Hostile(notification(random), "");
    };
  }

  /** Any JSON value; deeper ones at times. */
  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 20 ? 5 : 7)) {
      case 0 -> "null";
      case 1 -> "true";
      case 2 -> String.valueOf(random.nextLong());
      case 3 -> String.valueOf(random.nextGaussian());
      case 4 -> "\"" + garbage(random) + "\\u0000\\ud83d\\ude00\"";
      case 5 -> "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]";
      default -> "{\"" + garbage(random) + "\":" + value(random, depth + 1) + "}";
    };
  }

  /** Letters that are neither JSON nor in need of an escape. */
  private static String garbage(Random random) {
    StringBuilder text = new StringBuilder("z");
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append("abc <>&'/{}[]:,.0\u00e9\u4e2d".charAt(random.nextInt(19)));
    }
    return text.toString();
  }

  private static String badId(Random random) {
    String[] ids = {"null", "true", "[1]", "{\"a\":1}", "[]", "false"};
    return ids[random.nextInt(ids.length)];
  }

  private static String notification(Random random) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/%s\",\"params\":%s}"
        .formatted(garbage(random), value(random, 0));
  }

  private static byte[] notUtf8(String line, Random random) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int at = random.nextInt(bytes.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    // Never a byte of UTF-8, wherever it stands.
    out.write(0xC0);
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }
}

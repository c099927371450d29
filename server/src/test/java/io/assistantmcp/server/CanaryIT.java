package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, no output of the process holds the key, a stack trace or a class name. */
@Timeout(120)
class CanaryIT {

  private static final Pattern INTERNAL =
      Pattern.compile(
          "canary|Exception|\\bat [a-z]+(\\.\\w+)+|\\b(java|javax|okhttp3|kotlin|reactor)\\.\\w|"
              + "io\\.(assistantmcp|modelcontextprotocol)|com\\.google|tools\\.jackson");

  @TempDir private Path directory;

  static Stream<Map<String, String>> keys() {
    return Stream.of(
        Map.of("OPENAI_API_KEY", Upstream.KEY),
        Map.of(
            "MCP_CREDENTIALS_PASSTHROUGH", "true",
            "HTTP_HEADER_X_OPENAI_API_KEY", Upstream.KEY,
            "LOG_FORMAT", "json"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whenServing(Map<String, String> keys) throws Exception {
    Path log = directory.resolve("server.log");
    List<String> output = new ArrayList<>();
    Map<String, String> settings = new HashMap<>(keys);
    settings.put("OPENAI_MAX_RETRIES", "0");
    settings.put("LOG_LEVEL", "trace");
    settings.put("LOG_FILE", log.toString());
    try (Upstream upstream = new Upstream()) {
      settings.put("OPENAI_BASE_URL", upstream.url());
      output.addAll(serve(upstream, settings));
    }
    assertThat(Files.readAllLines(log)).hasSizeGreaterThanOrEqualTo(troubles().size());
    output.addAll(Files.readAllLines(log));
    assertThat(output).noneMatch(line -> INTERNAL.matcher(line).find());
  }

  private List<String> serve(Upstream upstream, Map<String, String> settings) throws Exception {
    List<String> output = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(directory, settings)) {
      List<String> lines = lines();
      troubles().forEach(upstream::answers);
      for (String line : lines) {
        server.send(line);
        output.add(server.line());
      }
      output.addAll(server.endOfInput());
      assertThat(server.exitCode()).isZero();
      assertThat(output).hasSize(lines.size()).doesNotContainNull();
      assertThat(server.errors()).isEmpty();
    }
    return output;
  }

  /** Neither in what it says nor in what it keeps, while and after it works on a run. */
  @Test
  void whenAssistantsAreEmbedded() throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    Path log = directory.resolve("server.log");
    List<String> output = new ArrayList<>();
    try (Upstream provider = new Upstream();
        ServerProcess server = startEmbedded(provider, data, log)) {
      for (int i = 0; i < 3; i++) {
        provider.answers(troubles().get(1));
      }
      output.add(answer(server, lines().get(0)));
      String assistant =
          id(
              answer(server, call("create_assistant", "{\"model\":\"m\",\"instructions\":\"i\"}")),
              "asst");
      String run =
          answer(server, call("create_thread_and_run", "{\"assistant_id\":\"" + assistant + "\"}"));
      String names =
          "{\"thread_id\":\"%s\",\"run_id\":\"%s\"}".formatted(id(run, "thread"), id(run, "run"));
      String ended = answer(server, call("get_run", names));
      while (ended.contains("\"queued\"") || ended.contains("\"in_progress\"")) {
        Thread.sleep(20);
        ended = answer(server, call("get_run", names));
      }
      assertThat(ended).contains("\"failed\"", "wants another key");
      assertNoCanaryIn(data);
      output.addAll(List.of(run, ended));
      output.addAll(server.endOfInput());
      assertThat(server.exitCode()).isZero();
      assertThat(provider.request().getHeaders().get("Authorization"))
          .isEqualTo("Bearer " + Upstream.KEY);
      output.addAll(server.errors().lines().toList());
    }
    output.addAll(Files.readAllLines(log));
    assertThat(output).noneMatch(line -> line.contains("canary"));
    assertNoCanaryIn(data);
  }

  private ServerProcess startEmbedded(Upstream provider, Path data, Path log) throws Exception {
    return ServerProcess.start(
        directory,
        Map.of(
            "HTTP_HEADER_X_OPENAI_API_KEY",
            Upstream.KEY,
            "MCP_CREDENTIALS_PASSTHROUGH",
            "true",
            "MODEL_BASE_URL",
            provider.url(),
            "ASSISTANTS_DATABASE",
            data.resolve("assistants.db").toString(),
            "LOG_LEVEL",
            "trace",
            "LOG_FILE",
            log.toString()));
  }

  private static void assertNoCanaryIn(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
      }
    }
  }

  private static String answer(ServerProcess server, String line) throws Exception {
    server.send(line);
    return server.line();
  }

  private static String id(String answer, String kind) {
    return answer.replaceFirst("(?s).*?\\b(" + kind + "_\\w{24})\\b.*", "$1");
  }

  @Test
  void whenSettingsAreWrong() throws Exception {
    for (String setting :
        List.of(
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "OPENAI_TIMEOUT",
            "MCP_AUTH_TOKEN",
            "ALLOWED_HOSTS")) {
      for (String command : List.of("serve", "doctor", "call")) {
        Path folder = Files.createTempDirectory(directory, "run");
        try (ServerProcess server =
            ServerProcess.start(
                folder, Map.of(setting, Upstream.KEY + " é", "LOG_LEVEL", "trace"), command, "x")) {
          List<String> output = new ArrayList<>(server.endOfInput());
          assertThat(server.exitCode()).isNotZero();
          output.addAll(server.errors().lines().toList());
          assertThat(output).noneMatch(line -> INTERNAL.matcher(line).find()).isNotEmpty();
        }
      }
    }
  }

  /** What upstream does to the calls, in their order. */
  private static List<MockResponse.Builder> troubles() {
    String echo = "{\"error\":{\"message\":\"no such key: " + Upstream.KEY + "\",\"code\":\"%s\"}}";
    return List.of(
        new MockResponse.Builder().body("{}"),
        new MockResponse.Builder()
            .code(401)
            .addHeader("x-request-id", Upstream.KEY)
            .body(echo.formatted(Upstream.KEY)),
        new MockResponse.Builder().code(500).body("<html>" + Upstream.KEY + "</html>"),
        new MockResponse.Builder().code(302).addHeader("Location", "http://" + Upstream.KEY),
        new MockResponse.Builder().body("Bearer " + Upstream.KEY),
        new MockResponse.Builder().body("{").addHeader("Content-Encoding", "gzip"),
        new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE));
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        request(
            "initialize",
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"it\",\"version\":\"1\"}}"));
    troubles().forEach(trouble -> lines.add(call("get_thread", "{\"thread_id\":\"t\"}")));
    lines.add(call("get_thread", "{\"thread_id\":7,\"x\":1}"));
    lines.add(call("get_thread", "[]"));
    lines.add(call("get_thread", "\"x\""));
    lines.add(call("no_such_tool", "{}"));
    lines.add(request("tools/call", "{}"));
    lines.add(request("tools/call", "[]"));
    lines.add(request("tools/call", "{\"name\":7}"));
    lines.add(request("no/such/method", "{}"));
    lines.add("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}");
    lines.add("no JSON");
    return lines;
  }

  private static String call(String tool, String arguments) {
    return request("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }
}

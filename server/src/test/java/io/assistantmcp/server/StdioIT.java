package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, spoken to as a client does. */
@Timeout(120)
class StdioIT {

  private static final String ANSWER = "{\"id\": \"thread_1\", \"n\": 0.10, \"nothing\": null}";

  @TempDir private Path directory;

  @Test
  void listsAndCallsAndEndsWithItsInput() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream)) {
      JsonObject initialized = initialize(server);
      assertThat(initialized.getAsJsonObject("serverInfo").get("name").getAsString())
          .isEqualTo("openai-assistant-mcp");
      assertThat(initialized.get("instructions").getAsString()).contains("create_run");

      assertThat(result(server, 2, "tools/list", "{}").toString()).isEqualTo(toolsAsPrinted());

      upstream.answers(200, ANSWER);
      String call = "{\"name\":\"get_thread\",\"arguments\":{\"thread_id\":\"thread_1\"}}";
      assertThat(result(server, 3, "tools/call", call).toString())
          .isEqualTo(
              "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}],\"isError\":false,\"structuredContent\":%s}"
                  .formatted(ANSWER.replace("\"", "\\\""), ANSWER.replace(" ", "")));
      assertThat(upstream.request().getTarget()).isEqualTo("/v1/threads/thread_1");

      assertThat(server.endOfInput()).isEmpty();
      assertThat(server.exitCode()).isZero();
      assertThat(server.errors()).isEmpty();
    }
  }

  @Test
  void anUnknownToolIsAnErrorOfTheProtocol() throws Exception {
    try (Upstream upstream = new Upstream();
        ServerProcess server = start(upstream)) {
      initialize(server);

      JsonObject answer = request(server, 2, "tools/call", "{\"name\":\"nope\",\"arguments\":{}}");

      assertThat(answer.getAsJsonObject("error").get("code").getAsInt()).isEqualTo(-32602);
      assertThat(answer.toString()).contains("nope");
    }
  }

  @Test
  void theSettingsMayComeFromAFile() throws Exception {
    try (Upstream upstream = new Upstream()) {
      Files.writeString(
          directory.resolve(".env"),
          "OPENAI_API_KEY=%s\nOPENAI_BASE_URL=%s\n".formatted(Upstream.KEY, upstream.url()));
      upstream.answers(200, ANSWER);
      try (ServerProcess server = ServerProcess.start(directory, Map.of(), "serve")) {
        initialize(server);
        result(server, 2, "tools/call", "{\"name\":\"create_thread\"}");

        assertThat(upstream.request().getBody().utf8()).isEqualTo("{}");
        assertThat(server.endOfInput()).isEmpty();
        assertThat(server.exitCode()).isZero();
      }
    }
  }

  @Test
  void withPassthroughTheClientsVariableHoldsTheKeyAndNothingElseDoes() throws Exception {
    try (Upstream upstream = new Upstream()) {
      Map<String, String> settings = new HashMap<>();
      settings.put("OPENAI_API_KEY", Upstream.KEY);
      settings.put("OPENAI_BASE_URL", upstream.url());
      settings.put("MCP_CREDENTIALS_PASSTHROUGH", "true");
      String call = "{\"name\":\"create_thread\"}";
      try (ServerProcess server = ServerProcess.start(directory, settings)) {
        initialize(server);

        assertThat(result(server, 2, "tools/call", call).toString())
            .contains("Set HTTP_HEADER_X_OPENAI_API_KEY", "\"isError\":true");
        assertThat(upstream.request()).isNull();
      }
      settings.put("HTTP_HEADER_X_OPENAI_API_KEY", "sk-of-the-client");
      settings.put("HTTP_HEADER_X_OPENAI_PROJECT", "proj_client");
      upstream.answers(200, ANSWER);
      try (ServerProcess server = ServerProcess.start(directory, settings)) {
        initialize(server);
        result(server, 2, "tools/call", call);

        Headers sent = upstream.request().getHeaders();
        assertThat(sent.get("Authorization")).isEqualTo("Bearer sk-of-the-client");
        assertThat(sent.get("OpenAI-Project")).isEqualTo("proj_client");
      }
    }
  }

  @Test
  void whatNobodyAskedForIsNotEvenLoaded() throws Exception {
    Path classes = directory.resolve("classes.txt");
    try (Upstream upstream = new Upstream();
        ServerProcess server =
            ServerProcess.run(
                directory,
                Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", upstream.url()),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes,
                "-jar",
                ServerProcess.JAR.toString())) {
      initialize(server);
      upstream.answers(200, ANSWER);
      result(server, 2, "tools/call", "{\"name\":\"create_thread\"}");
      server.endOfInput();
      assertThat(server.exitCode()).isZero();
    }

    assertThat(Files.readString(classes))
        .contains(" io.assistantmcp.server.Main ")
        .doesNotContain(
            " io.micrometer.", " io.prometheus.", " org.eclipse.jetty.", " picocli.", "JsonLines");
  }

  @Test
  void theEngineIsLoadedByTheFirstCallAndNotBefore() throws Exception {
    Path classes = directory.resolve("classes.txt");
    String[] ofTheEngine = {
      " org.sqlite.", " org.flywaydb.", " org.jdbi.", " com.zaxxer.", " com.github.kagkarlsson."
    };
    try (ServerProcess server =
        ServerProcess.run(
            directory,
            Map.of("ASSISTANTS_DATABASE", directory.resolve("assistants.db").toString()),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + classes,
            "-jar",
            ServerProcess.JAR.toString())) {
      initialize(server);
      result(server, 2, "tools/list", "{}");
      assertThat(Files.readString(classes))
          .doesNotContain(ofTheEngine)
          .doesNotContain("AssistantsEngine", " org.eclipse.jetty.");

      result(server, 3, "tools/call", "{\"name\":\"create_thread\"}");
      assertThat(Files.readString(classes)).contains(ofTheEngine);
      assertThat(server.endOfInput()).isEmpty();
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aSettingThatCannotBeUsedIsOneLineAndExitCodeTwo() throws Exception {
    for (List<String> command : List.of(List.<String>of(), List.of("serve"))) {
      try (ServerProcess server =
          ServerProcess.start(
              Files.createTempDirectory(directory, "run"),
              Map.of("OPENAI_BASE_URL", "nonsense"),
              command.toArray(String[]::new))) {
        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.endOfInput()).isEmpty();
        assertThat(server.errors())
            .isEqualTo(
                "openai-assistant-mcp: OPENAI_BASE_URL: nonsense is not an http or https URL;"
                    + " an example is http://localhost:8080/v1"
                    + System.lineSeparator());
      }
    }
  }

  @Test
  void theCommandLineAnswersOnStdoutAndComplainsOnStderr() throws Exception {
    assertThat(print("--version"))
        .hasSize(1)
        .first()
        .asString()
        .matches("openai-assistant-mcp \\d.*");
    assertThat(print("--help")).anyMatch(line -> line.contains("tools"));
    assertThat(print("tools")).hasSize(24);
    for (String mistake : List.of("nope", "--nope")) {
      try (ServerProcess server =
          ServerProcess.start(Files.createTempDirectory(directory, "run"), Map.of(), mistake)) {
        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.endOfInput()).isEmpty();
        assertThat(server.errors().lines()).hasSize(1).first().asString().contains(mistake);
      }
    }
  }

  @Test
  void aCallFromTheCommandLinePrintsItsResult() throws Exception {
    try (Upstream upstream = new Upstream()) {
      upstream.answers(200, ANSWER);
      assertThat(call(upstream, 0, "get_thread", "{\"thread_id\":\"thread_1\"}"))
          .containsExactly(ANSWER);

      upstream.answers(404, "{}");
      assertThat(call(upstream, 1, "get_thread", "{\"thread_id\":\"thread_1\"}"))
          .first()
          .asString()
          .startsWith("HTTP 404");
      assertThat(call(upstream, 1, "get_thread")).contains("- /thread_id: is required");
      assertThat(call(upstream, 2, "no_tool")).isEmpty();
      assertThat(call(upstream, 2, "get_thread", "[]")).isEmpty();
    }
  }

  private List<String> call(Upstream upstream, int exitCode, String... arguments) throws Exception {
    String[] command =
        Stream.concat(Stream.of("call"), Stream.of(arguments)).toArray(String[]::new);
    try (ServerProcess server =
        ServerProcess.start(
            directory,
            Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", upstream.url()),
            command)) {
      List<String> printed = server.endOfInput();
      assertThat(server.exitCode()).isEqualTo(exitCode);
      return printed;
    }
  }

  private ServerProcess start(Upstream upstream) throws IOException {
    return ServerProcess.start(
        directory, Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", upstream.url()));
  }

  private String toolsAsPrinted() throws Exception {
    return String.join("\n", print("tools", "--json"));
  }

  private List<String> print(String... arguments) throws Exception {
    try (ServerProcess server = ServerProcess.start(directory, Map.of(), arguments)) {
      List<String> printed = server.endOfInput();
      assertThat(server.exitCode()).isZero();
      return printed;
    }
  }

  private static JsonObject initialize(ServerProcess server) throws IOException {
    JsonObject result =
        result(
            server,
            1,
            "initialize",
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"it\",\"version\":\"1\"}}");
    server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return result;
  }

  private static JsonObject result(ServerProcess server, int id, String method, String params)
      throws IOException {
    return request(server, id, method, params).getAsJsonObject("result");
  }

  private static JsonObject request(ServerProcess server, int id, String method, String params)
      throws IOException {
    server.send(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
    JsonObject answer = JsonParser.parseString(server.line()).getAsJsonObject();
    assertThat(answer.get("jsonrpc").getAsString()).isEqualTo("2.0");
    assertThat(answer.get("id").getAsInt()).isEqualTo(id);
    return answer;
  }
}

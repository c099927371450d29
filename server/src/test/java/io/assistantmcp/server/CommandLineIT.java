package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.server.config.Setting;
import io.assistantmcp.server.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, used by somebody at a terminal. */
@Timeout(120)
class CommandLineIT {

  /** What a command printed, and how it ended. */
  private record Run(int exitCode, List<String> out, List<String> err) {}

  @TempDir private Path directory;

  @Test
  void helpShowsEverySetting() throws Exception {
    for (List<String> command : List.of(List.of("--help"), List.of("serve", "--help"))) {
      String help = String.join("\n", run(Map.of(), command).out());

      for (Setting setting : Settings.ALL) {
        assertThat(help).contains(setting.name(), setting.flag());
      }
    }
  }

  @Test
  void aClientsConfigurationHasThePortAndNoKey() throws Exception {
    Map<String, String> settings = Map.of("OPENAI_API_KEY", "sk-never-shown", "PORT", "8662");

    Run http = run(settings, List.of("print-config", "codex", "http"));
    assertThat(http.exitCode()).isZero();
    assertThat(http.out()).contains("url = \"http://127.0.0.1:8662/mcp\"");
    assertThat(http.err()).isNotEmpty();

    Run stdio = run(settings, List.of("print-config", "cursor"));
    assertThat(String.join("", stdio.out()))
        .contains("\"command\": \"/path/to/openai-assistant-mcp/bin/openai-assistant-mcp\"");
    assertThat(stdio.err()).last().asString().startsWith("Put the path of your openai-assistant");
    assertThat(http + "" + stdio).doesNotContain("sk-never-shown");
  }

  @Test
  void aConfigurationThatCannotBeIsALine() throws Exception {
    assertThat(run(Map.of(), List.of("print-config", "codex", "http", "--url=http://a/sse")))
        .isEqualTo(
            new Run(
                2,
                List.of(),
                List.of(
                    "openai-assistant-mcp: Codex does not speak SSE; give the URL that ends with"
                        + " /mcp; see --help")));
    assertThat(run(Map.of(), List.of("print-config", "nobody")).err())
        .singleElement()
        .asString()
        .contains("'nobody' is none of claude-desktop, claude-code, cursor");
    assertThat(run(Map.of("PORT", "0"), List.of("print-config", "cursor", "http")).err())
        .singleElement()
        .asString()
        .contains("give --url");
    assertThat(
            run(Map.of(), List.of("print-config", "cursor", "http", "--url=http://a:b@c/mcp"))
                .err())
        .singleElement()
        .asString()
        .contains("without a password");
  }

  @Test
  void theDoctorIsContentWhenAllIsWell() throws Exception {
    try (Upstream upstream = new Upstream()) {
      upstream.answers(404, "");

      Run run =
          run(
              Map.of("OPENAI_API_KEY", Upstream.KEY),
              List.of("doctor", "--base-url", upstream.url()));

      assertThat(run.out()).hasSize(6).allMatch(line -> line.startsWith("ok  "));
      assertThat(run.out())
          .anyMatch(line -> line.endsWith(upstream.url() + " answers, with HTTP 404"));
      assertThat(run.exitCode()).isZero();
      assertThat(upstream.request().getHeaders().get("Authorization")).isNull();
    }
  }

  @Test
  void theDoctorNamesAllThatIsWrong() throws Exception {
    Run run = run(Map.of(), List.of("doctor", "--base-url", "http://127.0.0.1:1/v1"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .filteredOn(line -> line.startsWith("wrong"))
        .satisfiesExactly(
            line -> assertThat(line).contains("OPENAI_API_KEY is not set"),
            line -> assertThat(line).contains("nothing accepts connections there"));

    Run other = run(Map.of("OPENAI_TIMEOUT", "x"), List.of("doctor"));

    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.out()).first().asString().startsWith("wrong  settings  OPENAI_TIMEOUT: 'x'");
    assertThat(other.out()).hasSize(3);
  }

  @Test
  void theDoctorMissesNoKeyThatRequestsWillBring() throws Exception {
    try (Upstream upstream = new Upstream()) {
      upstream.answers(404, "");

      Run run =
          run(
              Map.of("TRANSPORT", "http"),
              List.of("doctor", "--credentials-passthrough", "--base-url", upstream.url()));

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains("ok     key       each request brings its own, in the header X-OpenAI-API-Key");
    }
  }

  @Test
  void theDoctorLooksAtDatabaseAndModelWhereAssistantsAreEmbedded() throws Exception {
    Path file = directory.resolve("assistants.db");
    try (Upstream provider = new Upstream()) {
      provider.answers(404, "");
      Run run =
          run(Map.of("MODEL_BASE_URL", provider.url()), List.of("doctor", "--database=" + file));

      assertThat(run.out())
          .hasSize(7)
          .anyMatch(line -> line.endsWith(file + " is not there yet; the first call makes it"))
          .anyMatch(line -> line.endsWith(provider.url() + " answers, with HTTP 404"));
      assertThat(run.exitCode()).isZero();
      assertThat(file).doesNotExist();
    }
    Files.writeString(file, "no database ".repeat(100));

    Run run = run(Map.of("MODEL_BASE_URL", "x"), List.of("doctor", "--database=" + file));
    assertThat(run.out())
        .first()
        .asString()
        .startsWith("wrong  settings  MODEL_BASE_URL: x is not");

    run =
        run(
            Map.of("MODEL_BASE_URL", "https://api.openai.com:1/v1"),
            List.of("doctor", "--database=" + file));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .filteredOn(line -> line.startsWith("wrong"))
        .satisfiesExactly(
            line -> assertThat(line).contains("neither OPENAI_API_KEY nor MODEL_API_KEY is set"),
            line -> assertThat(line).contains("is damaged or no SQLite database"),
            line -> assertThat(line).contains("no connection to https://api.openai.com:1/v1"));
  }

  @Test
  void theDemoNeedsNothingAndLeavesNothing() throws Exception {
    Run run = run(Map.of("XDG_DATA_HOME", directory.toString()), List.of("demo"));

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.matches("create_run +run_\\w+ +queued"))
        .anyMatch(line -> line.matches("get_run +run_\\w+ +completed after \\d+ ms"))
        .anyMatch(line -> line.contains("No model is connected (MODEL_API=echo)"));
    assertThat(directory.resolve("openai-assistant-mcp")).doesNotExist();
  }

  @Test
  void theDemoAsksTheModelThatThereIsAndSaysWhatFails() throws Exception {
    Path file = directory.resolve("assistants.db");
    try (Upstream provider = new Upstream()) {
      provider.answers(401, "{\"error\":{\"message\":\"no such key: " + Upstream.KEY + "\"}}");
      Run run =
          run(
              Map.of("OPENAI_API_KEY", Upstream.KEY, "MODEL_BASE_URL", provider.url()),
              List.of("demo", "--database=" + file, "--model=gpt-9"));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(String.join("\n", run.err()))
          .contains("The run is failed", "gpt-9", "wants another key")
          .doesNotContain("canary");
      assertThat(provider.request().getBody().utf8()).contains("\"model\":\"gpt-9\"");
      assertThat(file).exists();
    }
  }

  @Test
  void aCallFromTheCommandLineBringsNoRequestToTakeAKeyFrom() throws Exception {
    try (Upstream upstream = new Upstream()) {
      upstream.answers(200, "{}");
      Map<String, String> settings =
          Map.of(
              "TRANSPORT", "http",
              "MCP_CREDENTIALS_PASSTHROUGH", "true",
              "HTTP_HEADER_X_OPENAI_API_KEY", "sk-of-the-client",
              "OPENAI_API_KEY", Upstream.KEY,
              "OPENAI_BASE_URL", upstream.url());

      assertThat(run(settings, List.of("call", "list_assistants")).exitCode()).isZero();
      assertThat(upstream.request().getHeaders().get("Authorization"))
          .isEqualTo("Bearer sk-of-the-client");
    }
  }

  @Test
  void aDatabaseCanBeCheckedAndCopied() throws Exception {
    Path file = directory.resolve("assistants.db");
    Path copy = directory.resolve("copy.db");
    Map<String, String> here = Map.of("ASSISTANTS_DATABASE", file.toString());
    assertThat(run(here, List.of("db", "check")).err())
        .singleElement()
        .asString()
        .contains("there is no file " + file);
    run(here, List.of("call", "create_thread", "{\"metadata\":{\"a\":\"1\"}}"));

    assertThat(run(here, List.of("db", "check")).out())
        .containsExactly("ok     " + file + " is whole");
    assertThat(run(here, List.of("db", "backup", copy.toString())).exitCode()).isZero();
    assertThat(run(here, List.of("db", "backup", copy.toString())).err())
        .singleElement()
        .asString()
        .contains(copy + " is already there");
    assertThat(run(Map.of(), List.of("db", "check", "--database=" + copy)).exitCode()).isZero();
    assertThat(run(Map.of(), List.of("db")).exitCode()).isEqualTo(2);

    byte[] bytes = Files.readAllBytes(copy);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
    Files.write(copy, bytes);
    assertThat(run(Map.of(), List.of("db", "check", "--database=" + copy)).exitCode()).isEqualTo(1);
  }

  @Test
  void anOptionMayStandBeforeOrAfterItsCommand() throws Exception {
    try (Upstream upstream = new Upstream()) {
      for (List<String> command :
          List.of(
              List.of("--base-url", upstream.url(), "call", "list_assistants"),
              List.of("call", "--base-url=" + upstream.url(), "--allow-http", "list_assistants"))) {
        upstream.answers(200, "{}");

        assertThat(run(Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", "x"), command))
            .isEqualTo(new Run(0, List.of("{}"), List.of()));
      }
    }
  }

  @Test
  void theLogHasALinePerCallWithoutItsContent() throws Exception {
    try (Upstream upstream = new Upstream()) {
      upstream.answers(
          new MockResponse.Builder().addHeader("x-request-id", "req_7").body("{\"private\":1}"));
      Path log = directory.resolve("server.log");

      Run run =
          run(
              Map.of("OPENAI_API_KEY", Upstream.KEY, "OPENAI_BASE_URL", upstream.url()),
              List.of(
                  "call",
                  "--log-level=info",
                  "--log-file=" + log,
                  "get_thread",
                  "{\"thread_id\":\"mine\"}"));

      assertThat(run).isEqualTo(new Run(0, List.of("{\"private\":1}"), List.of()));
      assertThat(Files.readAllLines(log))
          .singleElement()
          .asString()
          .matches(
              "\\d{4}-\\S+ INFO tool=get_thread outcome=done status=200 ms=\\d+ request=req_7");
    }
  }

  @Test
  void theLogCanBeJson() throws Exception {
    try (Upstream upstream = new Upstream()) {
      upstream.answers(200, "{}");

      Run run =
          run(
              Map.of(
                  "OPENAI_API_KEY",
                  Upstream.KEY,
                  "OPENAI_BASE_URL",
                  upstream.url(),
                  "LOG_FORMAT",
                  "json",
                  "LOG_LEVEL",
                  "info"),
              List.of("call", "list_assistants"));

      assertThat(run.err()).hasSize(1);
      JsonObject line = JsonParser.parseString(run.err().get(0)).getAsJsonObject();
      assertThat(line.get("tool").getAsString()).isEqualTo("list_assistants");
      assertThat(line.get("outcome").getAsString()).isEqualTo("done");
      assertThat(line.get("status").getAsInt()).isEqualTo(200);
      assertThat(line.get("ms").getAsInt()).isNotNegative();
      assertThat(line.get("request").isJsonNull()).isTrue();
    }
  }

  @Test
  void aSettingThatIsNotAllowedIsOneLine() throws Exception {
    assertThat(run(Map.of(), List.of("--transport=tcp")))
        .isEqualTo(
            new Run(
                2,
                List.of(),
                List.of(
                    "openai-assistant-mcp: TRANSPORT: 'tcp' is not allowed; allowed: stdio,"
                        + " streamable-http, sse, http")));
  }

  @Test
  void aServerThatWouldLendItsKeyToANetworkIsRefusedInOneLine() throws Exception {
    Map<String, String> exposed =
        Map.of("OPENAI_API_KEY", Upstream.KEY, "TRANSPORT", "http", "HOST", "0.0.0.0");

    Run run = run(exposed, List.of("serve"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith(
            "openai-assistant-mcp: HOST: '0.0.0.0' would let other machines use the assistants")
        .contains("MCP_AUTH_TOKEN");
    assertThat(run(exposed, List.of("doctor")).out()).first().asString().startsWith("wrong");
  }

  @Test
  void toolsAreThoseThatTheSettingsLeave() throws Exception {
    Run run = run(Map.of("TOOLSETS", "run_steps,threads"), List.of("tools", "--read-only"));
    assertThat(run.out())
        .map(line -> line.split(" ")[0])
        .containsExactly("TOOL", "get_run_step", "get_thread", "list_run_steps");

    assertThat(run(Map.of("READ_ONLY", "true"), List.of("tools", "--summary")).out())
        .anyMatch(line -> line.matches("threads +1 +3"))
        .anyMatch(line -> line.matches("vector_stores +0 +\\d+"));
    assertThat(run(Map.of(), List.of("doctor", "--tools", "get_run,create_run")).out())
        .anyMatch(line -> line.startsWith("ok     tools     2 of "));
  }

  @Test
  void aToolThatIsNotServedIsNotCalled() throws Exception {
    Run run = run(Map.of("EXCLUDE_TOOLS", "create_thread"), List.of("call", "create_thread"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith(
            "openai-assistant-mcp: create_thread is not served: EXCLUDE_TOOLS names it; see");
  }

  @Test
  void namesThatThereAreNotAreToldInOneLine() throws Exception {
    for (List<String> command : List.of(List.of("serve"), List.of("tools"), List.of("doctor"))) {
      Run run = run(Map.of("TOOLSETS", "threads,thraeds"), command);

      assertThat(run.exitCode()).isEqualTo(command.contains("doctor") ? 1 : 2);
      assertThat(command.contains("doctor") ? run.out() : run.err())
          .first()
          .asString()
          .contains("TOOLSETS: there is no toolset 'thraeds'; there are assistants, ");
    }
    assertThat(run(Map.of("TOOLS", "get_rum"), List.of("serve")).err())
        .singleElement()
        .asString()
        .contains("TOOLS: there is no tool 'get_rum'; there are cancel_run, ");
  }

  @Test
  void theCompletionIsAScriptThatKnowsAllCommands() throws Exception {
    for (String shell : List.of("bash", "zsh")) {
      String script = String.join("\n", run(Map.of(), List.of("completion", shell)).out());

      assertThat(script)
          .contains(
              "serve demo tools call doctor health db print-config completion",
              "--max-retries",
              "--read-only");
    }
    assertThat(run(Map.of(), List.of("completion", "fish")).exitCode()).isEqualTo(2);
  }

  private Run run(Map<String, String> environment, List<String> arguments) throws Exception {
    Path folder = Files.createTempDirectory(directory, "run");
    try (ServerProcess server =
        ServerProcess.start(folder, environment, arguments.toArray(String[]::new))) {
      List<String> out = server.endOfInput();
      return new Run(server.exitCode(), out, server.errors().lines().toList());
    }
  }
}

package io.assistantmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assistantmcp.engine.model.Capabilities;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  @TempDir private Path directory;

  @Test
  void withoutAnySettingTheDefaultsHold() throws Exception {
    ServerConfig config = read(Map.of());

    EmbeddedConfig embedded = Objects.requireNonNull(config.embedded());
    assertThat(embedded.database().toString()).endsWith("/openai-assistant-mcp/assistants.db");
    assertThat(embedded.databaseIsDefault()).isTrue();
    assertThat(embedded.model().baseUrl()).hasToString("https://api.openai.com/v1");
    assertThat(embedded.model().api()).isEqualTo(ModelConfig.Api.RESPONSES);
    assertThat(embedded.runExpiry()).hasMinutes(10);
    assertThat(embedded.http()).isFalse();
    assertThat(config.credentials().own().key()).isNull();
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws Exception {
    file("# comment\n\nOPENAI_API_KEY=from-file\nOPENAI_BASE_URL=\"https://file.test/v1\"\n");

    ServerConfig config = read(Map.of("OPENAI_API_KEY", "from-environment"));

    assertThat(key(config)).isEqualTo("from-environment");
    assertThat(config.upstream().root()).isEqualTo("https://file.test/v1");
  }

  @Test
  void toolsAloneAreAllThatIsServed() throws Exception {
    assertThat(read(Map.of()).tools())
        .isEqualTo(
            new ToolsConfig(
                List.of("assistants", "threads", "messages", "runs", "run_steps"),
                List.of(),
                List.of(),
                false));
    assertThat(read(Map.of("TOOLS", "get_run, get_thread")).tools())
        .isEqualTo(new ToolsConfig(List.of(), List.of("get_run", "get_thread"), List.of(), false));
    assertThat(
            read(Map.of("TOOLS", "[\"get_run\"]", "TOOLSETS", "threads", "READ_ONLY", "true"))
                .tools())
        .isEqualTo(new ToolsConfig(List.of("threads"), List.of("get_run"), List.of(), true));
  }

  @Test
  void flagsWinOverTheEnvironment() throws Exception {
    ServerConfig config =
        new ConfigReader(Map.of("OPENAI_TIMEOUT", "7"), Map.of("OPENAI_TIMEOUT", "8"), directory)
            .read();

    assertThat(config.upstream().timeout()).hasSeconds(7);
  }

  @Test
  void everySettingIsRead() throws Exception {
    Path log = directory.resolve("server.log");
    ServerConfig config =
        read(
            Map.ofEntries(
                Map.entry("OPENAI_BASE_URL", "http://api.test/v1"),
                Map.entry("ALLOW_HTTP", "true"),
                Map.entry("OPENAI_ORG_ID", "org-1"),
                Map.entry("OPENAI_PROJECT_ID", "proj_1"),
                Map.entry("OPENAI_TIMEOUT", "7"),
                Map.entry("OPENAI_MAX_RETRIES", "0"),
                Map.entry("TRANSPORT", "stdio"),
                Map.entry("HOST", "[::1]"),
                Map.entry("PORT", "0"),
                Map.entry("LOG_LEVEL", "INFO"),
                Map.entry("LOG_FILE", log.toString())));

    assertThat(config.upstream().root()).isEqualTo("http://api.test/v1");
    assertThat(config.credentials().own().organization()).isEqualTo("org-1");
    assertThat(config.credentials().own().project()).isEqualTo("proj_1");
    assertThat(config.upstream().timeout()).hasSeconds(7);
    assertThat(config.upstream().maxRetries()).isZero();
    assertThat(config.http().address()).isEqualTo(new ListenAddress("[::1]", 0));
    assertThat(config.log()).isEqualTo(new LogConfig("info", LogConfig.Format.TEXT, log));
  }

  @Test
  void everySettingOfEmbeddedAssistantsIsRead() throws Exception {
    EmbeddedConfig embedded =
        embedded(
            Map.ofEntries(
                Map.entry("ASSISTANTS_BACKEND", "embedded"),
                Map.entry("OPENAI_BASE_URL", "https://not.used/v1"),
                Map.entry("ASSISTANTS_DATABASE", "jdbc:sqlite:/data/a.db"),
                Map.entry("ASSISTANTS_HTTP", "true"),
                Map.entry("RUN_EXPIRY", "30"),
                Map.entry("RUN_WORKERS", "2"),
                Map.entry("MODEL_API", "Chat"),
                Map.entry("MODEL_BASE_URL", "http://localhost:11434/v1"),
                Map.entry("MODEL_API_KEY", "sk-model"),
                Map.entry("MODEL_HEADERS", "x-a=1, x-b=2"),
                Map.entry("MODEL_DEFAULT", "llama"),
                Map.entry("MODEL_ALIASES", "gpt-4o=qwen"),
                Map.entry("MODEL_TIMEOUT", "7"),
                Map.entry("MODEL_MAX_RETRIES", "0"),
                Map.entry("MODEL_CONTEXT_TOKENS", "8192"),
                Map.entry("MODEL_HOSTED_TOOLS", "on"),
                Map.entry("MODEL_UNSUPPORTED_TOOLS", "drop")));

    assertThat(embedded.databaseUrl()).isEqualTo("jdbc:sqlite:/data/a.db");
    assertThat(embedded.http()).isTrue();
    assertThat(embedded.runExpiry()).hasSeconds(30);
    assertThat(embedded.workers()).isEqualTo(2);
    assertThat(embedded.contextTokens()).isEqualTo(8192);
    assertThat(embedded.hasOwnKey()).isTrue();
    ModelConfig model = embedded.model();
    assertThat(model.api()).isEqualTo(ModelConfig.Api.CHAT);
    assertThat(model.baseUrl()).hasToString("http://localhost:11434/v1");
    assertThat(Objects.requireNonNull(model.key()).value()).isEqualTo("sk-model");
    assertThat(model.headers()).isEqualTo(Map.of("x-a", "1", "x-b", "2"));
    assertThat(model.names()).isEqualTo(new ModelNames(Map.of("gpt-4o", "qwen"), "llama"));
    assertThat(model.timeout()).hasSeconds(7);
    assertThat(model.maxRetries()).isZero();
    assertThat(model.hostedTools()).isEqualTo(ModelConfig.HostedTools.ON);
    assertThat(model.unsupported()).isEqualTo(Capabilities.Unsupported.DROP);
    assertThat(embedded.toString()).doesNotContain("sk-model");
  }

  @Test
  void aServerThatIsNamedIsCalledUnlessAssistantsAreSaidToBeEmbedded() throws Exception {
    assertThat(read(Map.of("OPENAI_BASE_URL", "https://api.test/v1")).embedded()).isNull();
    assertThatThrownBy(() -> read(Map.of("ASSISTANTS_BACKEND", "remote")))
        .hasMessageStartingWith("ASSISTANTS_BACKEND: 'remote' needs OPENAI_BASE_URL");
    assertThatThrownBy(
            () -> read(Map.of("OPENAI_BASE_URL", "https://api.test", "ASSISTANTS_HTTP", "true")))
        .hasMessageStartingWith("ASSISTANTS_HTTP: serves embedded assistants only");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,,                  /h/.local/share/openai-assistant-mcp/assistants.db",
    "Linux,/data,             /data/openai-assistant-mcp/assistants.db",
    "Linux,not/absolute,      /h/.local/share/openai-assistant-mcp/assistants.db",
    "Mac OS X,/data,          /h/Library/Application Support/openai-assistant-mcp/assistants.db",
  })
  void theDatabaseIsWhereTheSystemKeepsDataOfUsers(String system, String xdg, String file) {
    Map<String, String> environment = xdg == null ? Map.of() : Map.of("XDG_DATA_HOME", xdg);

    assertThat(DataDirectory.of(environment, system, "/h").file()).hasToString(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:postgresql://h/d", "jdbc:sqlite:", ":memory:", "jdbc:sqlite:/a?mode=ro"})
  void aDatabaseThatIsNoFileIsRefused(String value) {
    assertThatThrownBy(() -> read(Map.of("ASSISTANTS_DATABASE", value)))
        .hasMessage(
            "ASSISTANTS_DATABASE: '%s' is not allowed; allowed: a path, or `jdbc:sqlite:` and a path"
                .formatted(value));
  }

  @ParameterizedTest
  @CsvSource({"MODEL_HEADERS,api-key: sk-secret", "MODEL_ALIASES,gpt-4o"})
  void pairsThatAreNoneAreRefusedWithoutRepeatingThem(String setting, String value) {
    assertThatThrownBy(() -> read(Map.of(setting, value)))
        .hasMessage(setting + ": part 1 is not of the form name=value; parts are separated by ','");
  }

  @Test
  void organisationAndProjectAreForOpenAiOnly() throws Exception {
    Map<String, String> ours = Map.of("OPENAI_ORG_ID", "org-1", "OPENAI_PROJECT_ID", "proj_1");
    Map<String, String> elsewhere = new HashMap<>(ours);
    elsewhere.put("MODEL_BASE_URL", "https://models.test/v1");

    assertThat(embedded(ours).model().headers())
        .isEqualTo(Map.of("OpenAI-Organization", "org-1", "OpenAI-Project", "proj_1"));
    assertThat(embedded(elsewhere).model().headers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false,,     false",
    "true, ,     true",
    "true, sk-m, false",
  })
  void embeddedAssistantsAreOpenToANetworkOnlyIfNothingOfTheServersIsLent(
      String passthrough, String modelKey, boolean allowed) {
    Map<String, String> settings = new HashMap<>();
    settings.put("TRANSPORT", "http");
    settings.put("HOST", "0.0.0.0");
    settings.put("MCP_CREDENTIALS_PASSTHROUGH", passthrough);
    settings.put("MODEL_API_KEY", modelKey == null ? "" : modelKey);

    if (allowed) {
      assertThatNoException().isThrownBy(() -> read(settings));
    } else {
      assertThatThrownBy(() -> read(settings))
          .hasMessageStartingWith("HOST: '0.0.0.0' would let other machines use the assistants");
    }
  }

  @Test
  void everySettingOfHttpIsRead() throws Exception {
    ServerConfig config =
        read(
            Map.ofEntries(
                Map.entry("TRANSPORT", "Streamable-HTTP"),
                Map.entry("HOST", "0.0.0.0"),
                Map.entry("PORT", "80"),
                Map.entry("MCP_STATEFUL", "true"),
                Map.entry("MCP_AUTH_TOKEN", "token"),
                Map.entry("ALLOWED_HOSTS", "mcp.example, mcp.example:8443,[2001:db8::1]:80"),
                Map.entry(
                    "BACKEND_CORS_ORIGINS", "[\"https://a.example\", \"http://b.example:3000/\"]"),
                Map.entry("MAX_CONCURRENT_CALLS", "1"),
                Map.entry("MAX_STREAMS", "2"),
                Map.entry("MAX_BODY_BYTES", "4096"),
                Map.entry("RATE_LIMIT", "60"),
                Map.entry("LOG_FORMAT", "json"),
                Map.entry("METRICS", "true")));

    HttpConfig http = config.http();
    assertThat(config.transport()).isEqualTo(Transport.STREAMABLE_HTTP);
    assertThat(http.address()).isEqualTo(new ListenAddress("0.0.0.0", 80));
    assertThat(http.stateful()).isTrue();
    assertThat(http.access().hosts())
        .containsExactly("mcp.example", "mcp.example:8443", "[2001:db8::1]:80");
    assertThat(http.access().origins())
        .containsExactly("https://a.example", "http://b.example:3000");
    AuthToken token = Objects.requireNonNull(http.access().token());
    assertThat(token.matches("token")).isTrue();
    assertThat(token.matches("tokem")).isFalse();
    assertThat(http.limits()).isEqualTo(new HttpLimits(1, 2, 4096, 60));
    assertThat(config.log().format()).isEqualTo(LogConfig.Format.JSON);
    assertThat(config.metrics()).isTrue();
    assertThat(config.toString()).doesNotContain("token=token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example,https://b.example",
        " https://a.example/ , https://b.example/ ,",
        "[\"https://a.example\",\"https://b.example\"]",
        "[ \"https://a.example/\" , \"https://b.example\" ]"
      })
  void aListIsJsonOrSeparatedByCommas(String value) throws Exception {
    assertThat(read(Map.of("BACKEND_CORS_ORIGINS", value)).http().access().origins())
        .containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void anEmptyListIsOne() throws Exception {
    assertThat(read(Map.of("ALLOWED_HOSTS", "[]")).http().access().hosts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "localhost", "::1", "[::1]"})
  void onThisMachineTheServersKeyNeedsNoToken(String host) throws Exception {
    ServerConfig config =
        read(Map.of("TRANSPORT", "http", "HOST", host, "OPENAI_API_KEY", "sk-secret"));

    assertThat(config.isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "[::]", "192.168.1.5", "mcp.example", "127.0.0.1.example"})
  void theServersKeyIsNotLentToANetworkUnasked(String host) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(Map.of("TRANSPORT", "sse", "HOST", host, "OPENAI_API_KEY", "sk-secret"));
    settings.put("OPENAI_BASE_URL", "https://api.test/v1");

    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "HOST: '%s' would let other machines call with the key in OPENAI_API_KEY; set MCP_AUTH_TOKEN for a token that clients have to show, or MCP_CREDENTIALS_PASSTHROUGH=true for clients with keys of their own, or MCP_ALLOW_UNAUTHENTICATED=true to serve anybody"
                .formatted(host));
    for (Map.Entry<String, String> way :
        Map.of(
                "MCP_AUTH_TOKEN", "token",
                "MCP_CREDENTIALS_PASSTHROUGH", "true",
                "OPENAI_API_KEY", "",
                "TRANSPORT", "stdio",
                "HOST", "localhost")
            .entrySet()) {
      Map<String, String> safe = new HashMap<>(settings);
      safe.put(way.getKey(), way.getValue());
      assertThat(read(safe).isOpen()).as(way.getKey()).isFalse();
    }
    settings.put("MCP_ALLOW_UNAUTHENTICATED", "true");
    assertThat(read(settings).isOpen()).isTrue();
  }

  @Test
  void withPassthroughTheServersKeyIsNotEvenRead() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("MCP_CREDENTIALS_PASSTHROUGH", "true");
    settings.put("OPENAI_API_KEY", "no key\n at all");
    settings.put("OPENAI_ORG_ID", "a b");
    settings.put("HTTP_HEADER_X_OPENAI_API_KEY", "sk-client");
    settings.put("HTTP_HEADER_X_OPENAI_ORGANIZATION", "org-client");
    settings.put("HTTP_HEADER_X_OPENAI_PROJECT", "proj-client");

    CredentialsConfig stdio = read(settings).credentials();
    assertThat(stdio.source()).isEqualTo(KeySource.VARIABLE);
    assertThat(key(read(settings))).isEqualTo("sk-client");
    assertThat(stdio.own().organization()).isEqualTo("org-client");
    assertThat(stdio.own().project()).isEqualTo("proj-client");

    settings.put("TRANSPORT", "http");
    assertThat(read(settings).credentials())
        .isEqualTo(new CredentialsConfig(KeySource.REQUEST, Credentials.NONE));
  }

  @Test
  void everyDefaultIsTheOneThatIsShown() throws Exception {
    Map<String, String> shown =
        Settings.ALL.stream().collect(Collectors.toMap(Setting::name, Setting::initial));

    assertThat(read(shown)).isEqualTo(read(Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENAI_TIMEOUT     | 0             | seconds from 1 to 3600
          OPENAI_TIMEOUT     | soon          | seconds from 1 to 3600
          OPENAI_TIMEOUT     | 99999999999   | seconds from 1 to 3600
          OPENAI_MAX_RETRIES | 11            | 0 to 10
          OPENAI_MAX_RETRIES | -1            | 0 to 10
          OPENAI_ORG_ID      | a b           | ASCII without spaces
          OPENAI_PROJECT_ID  | é             | ASCII without spaces
          TRANSPORT          | tcp           | stdio, streamable-http, sse, http
          HOST               | a b           | a host name or an address
          PORT               | 65536         | 0 to 65535
          LOG_LEVEL          | loud          | trace, debug, info, warn, error, off
          LOG_FILE           | /no/such/file | a file that can be written
          ALLOW_HTTP         | perhaps       | true or false
          LOG_FORMAT         | xml           | text, json
          METRICS            | 1             | true or false
          MCP_STATEFUL       | yes           | true or false
          ALLOWED_HOSTS      | a b           | host names or addresses, with or without a port, as a JSON list or separated by commas
          ALLOWED_HOSTS      | http://a.test | host names or addresses, with or without a port, as a JSON list or separated by commas
          BACKEND_CORS_ORIGINS | *           | origins such as `https://app.example`, as a JSON list or separated by commas
          BACKEND_CORS_ORIGINS | ["https://a.test" | origins such as `https://app.example`, as a JSON list or separated by commas
          BACKEND_CORS_ORIGINS | https://a.test/x  | origins such as `https://app.example`, as a JSON list or separated by commas
          MAX_CONCURRENT_CALLS | 0           | 1 to 100000
          RATE_LIMIT         | -1            | 0 to 1000000
          """)
  void aValueThatIsNotAllowedIsNamedWithWhatIs(String name, String value, String allowed) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("%s: '%s' is not allowed; allowed: %s".formatted(name, value, allowed));
  }

  @Test
  void aKeyThatWentAstrayIsNotRepeated() {
    for (Setting setting : Settings.ALL) {
      if (!setting.initial().isEmpty()) {
        assertThatThrownBy(() -> read(Map.of(setting.name(), "sk-canary /\n sk-canary")))
            .isInstanceOf(ConfigException.class)
            .hasMessageStartingWith(setting.name())
            .hasMessageNotContainingAny("canary", "\n");
      }
    }
  }

  @Test
  void anEmptySettingCountsAsAbsent() throws Exception {
    file("OPENAI_API_KEY=from-file\n");

    ServerConfig config = read(Map.of("OPENAI_API_KEY", "", "OPENAI_BASE_URL", ""));

    assertThat(key(config)).isEqualTo("from-file");
    assertThat(config.embedded()).isNotNull();
  }

  @Test
  void aMalformedFileIsOneLineThatRepeatsNothing() throws Exception {
    file("OPENAI_API_KEY sk-secret\n");

    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            directory.resolve(".env")
                + ": has a line that is neither NAME=value, nor empty, nor a comment after '#'");
  }

  @Test
  void theKeyShowsItselfToNobody() throws Exception {
    ServerConfig config = read(Map.of("OPENAI_API_KEY", "sk-secret"));

    assertThat(config.toString()).contains("[hidden]").doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sk-secret\n", "sk-secret\nX: y", "sk secret", "sk-secrét", "\tsk-secret"})
  void aKeyThatNoHeaderCanCarryIsRefused(String key) {
    assertThatThrownBy(() -> read(Map.of("OPENAI_API_KEY", key)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("OPENAI_API_KEY: holds a space, a line break")
        .hasMessageNotContaining("secr");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.test/v1/,    https://api.test/v1",
    "https://api.test/v1//,   https://api.test/v1",
    "https://api.test,        https://api.test",
    "https://api.test/a/b/v1, https://api.test/a/b/v1",
    "http://localhost:8080/,  http://localhost:8080",
    "http://127.0.0.1:1/v1,   http://127.0.0.1:1/v1",
    "http://[::1]:1/v1,       http://[::1]:1/v1",
    "HTTP://x.localhost/v1,   http://x.localhost/v1",
  })
  void aBaseUrlIsTakenWithOrWithoutATrailingSlash(String value, String root) throws Exception {
    assertThat(read(Map.of("OPENAI_BASE_URL", value)).upstream().root()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api.test/v1                | api.test/v1 is not an http or https URL
          ftp://api.test             | ftp://api.test is not an http or https URL
          http://api.test/v1         | http://api.test/v1 would send the key unencrypted; http is only for localhost, use https or --allow-http
          http://127.0.0.1.test/v1   | http://127.0.0.1.test/v1 would send the key unencrypted; http is only for localhost, use https or --allow-http
          https://u:pass@api.test/v1 | https://***@api.test/v1 must not hold a user or password
          https://api.test/v1?k=pass | https://api.test/v1?*** must end with its path, without '?' or '#'
          https://api.test/v1#       | https://api.test/v1?*** must end with its path, without '?' or '#'
          """)
  void aBaseUrlThatCannotBeUsedIsRefused(String value, String problem) {
    assertThatThrownBy(() -> read(Map.of("OPENAI_BASE_URL", value)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("OPENAI_BASE_URL: " + problem + "; an example is http://localhost:8080/v1")
        .hasMessageNotContaining("pass@")
        .hasMessageNotContaining("k=pass");
  }

  private EmbeddedConfig embedded(Map<String, String> environment) throws ConfigException {
    return Objects.requireNonNull(read(environment).embedded());
  }

  private ServerConfig read(Map<String, String> environment) throws ConfigException {
    return new ConfigReader(Map.of(), environment, directory).read();
  }

  private void file(String text) throws IOException {
    Files.writeString(directory.resolve(".env"), text);
  }

  private static String key(ServerConfig config) {
    return Objects.requireNonNull(config.credentials().own().key()).value();
  }
}

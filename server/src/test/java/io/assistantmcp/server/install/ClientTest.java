package io.assistantmcp.server.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientTest {

  private static final Path FOLDER = Path.of("src/test/resources/client-configs");

  @Test
  @Tag("golden")
  void whatIsPastedIsWhatWasReviewed() throws IOException {
    Map<String, String> printed = new TreeMap<>();
    for (Client client : Client.values()) {
      for (Way way : Way.values()) {
        Snippet snippet = client.snippet(Reaches.of(way));
        printed.put("%s.%s.%s".formatted(client, way, snippet.language()), snippet.text() + "\n");
      }
    }
    if (Boolean.getBoolean("regenerate")) {
      write(printed);
    }
    Map<String, String> reviewed = read();
    assertThat(reviewed.keySet())
        .as("files in " + FOLDER + "; run script/regenerate and review the difference")
        .isEqualTo(printed.keySet());
    assertSoftly(
        files ->
            printed.forEach(
                (file, text) ->
                    files
                        .assertThat(reviewed.get(file))
                        .as("%s/%s is stale; run script/regenerate and review it", FOLDER, file)
                        .isEqualTo(text)));
  }

  @Test
  void sseIsForThoseThatSpeakIt() {
    Endpoint sse = Reaches.http("https://mcp.example/sse", Authentication.KEY);

    assertThat(Stream.of(Client.values()).filter(client -> !client.canUse(sse)))
        .containsExactly(Client.OPEN_WEBUI, Client.CODEX);
    assertThat(Client.CLAUDE_CODE.snippet(sse).text()).contains("--transport sse ");
    assertThat(Client.CLAUDE_DESKTOP.snippet(sse).text()).contains("\"sse-only\"");
    assertThat(Client.VSCODE.snippet(sse).text()).contains("\"type\": \"sse\"");
    assertThat(Client.GEMINI_CLI.snippet(sse).text()).contains("\"url\": ");
    assertThat(Client.MCPO.snippet(sse).text()).contains("--server-type sse ");
  }

  @Test
  void aTokenIsABearer() {
    Endpoint token = Reaches.http("http://127.0.0.1:8662/mcp", Authentication.TOKEN);

    assertThat(Client.CODEX.snippet(token).text())
        .contains("bearer_token_env_var = \"MCP_AUTH_TOKEN\"")
        .doesNotContain("OPENAI_API_KEY");
    assertThat(Client.OPEN_WEBUI.snippet(token).text())
        .contains("\"auth_type\": \"bearer\"", "\"key\": \"<your token of the MCP server>\"")
        .doesNotContain("headers");
    assertThat(Client.CURSOR.snippet(token).text())
        .contains("\"Authorization\": \"Bearer ${env:MCP_AUTH_TOKEN}\"");
    assertThat(Client.VSCODE.snippet(token).text())
        .contains("\"id\": \"mcp-auth-token\"", "\"Bearer ${input:mcp-auth-token}\"");
    assertThat(Client.CLAUDE_CODE.snippet(token).text())
        .endsWith("--header 'Authorization: Bearer ${MCP_AUTH_TOKEN}'");
    assertThat(Client.CLAUDE_DESKTOP.snippet(token).text())
        .contains(
            "\"Authorization:${AUTHORIZATION}\"", "\"Bearer <your token of the MCP server>\"");
  }

  @Test
  void withoutAuthenticationNothingIsAskedFor() {
    Endpoint open = Reaches.http("http://127.0.0.1:8662/mcp", Authentication.NONE);

    for (Client client : Client.values()) {
      Snippet snippet = client.snippet(open);
      assertThat(snippet.text()).doesNotContain("OPENAI", "header", "env", "inputs", "<your");
      assertThat(snippet.notes()).noneMatch(note -> note.contains("must be set"));
    }
  }

  @Test
  void aKeyInTheClearOverANetworkHasToBeMeant() {
    assertThat(desktop("http://server.lan:8662/mcp")).contains("--allow-http");
    assertThat(desktop("https://server.lan/mcp")).doesNotContain("--allow-http");
    assertThat(desktop("http://[::1]:8662/mcp")).doesNotContain("--allow-http");
  }

  @Test
  void everyJsonIsJson() {
    for (Client client : Client.values()) {
      for (Authentication authentication : Authentication.values()) {
        Snippet snippet = client.snippet(Reaches.http("https://mcp.example/mcp", authentication));
        if (snippet.language() == Language.json) {
          assertThat(JsonParser.parseString(snippet.text()).toString()).contains("mcp.example");
        }
      }
    }
  }

  private static String desktop(String url) {
    return Client.CLAUDE_DESKTOP.snippet(Reaches.http(url, Authentication.KEY)).text();
  }

  private static void write(Map<String, String> configs) throws IOException {
    Files.createDirectories(FOLDER);
    for (String stale : read().keySet()) {
      Files.delete(FOLDER.resolve(stale));
    }
    for (Map.Entry<String, String> config : configs.entrySet()) {
      Files.writeString(FOLDER.resolve(config.getKey()), config.getValue());
    }
  }

  private static Map<String, String> read() throws IOException {
    Map<String, String> configs = new TreeMap<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          configs.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return configs;
  }
}

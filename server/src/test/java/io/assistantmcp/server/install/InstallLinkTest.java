package io.assistantmcp.server.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decodes as the two applications do, and finds what the files for them have. */
class InstallLinkTest {

  @ParameterizedTest
  @EnumSource
  void cursorFindsTheEntryOfItsFile(Way way) {
    Reach reach = Reaches.of(way);
    JsonObject file = json(Client.CURSOR.snippet(reach).text());

    for (String link : new String[] {InstallLink.cursor(reach), cursorApplication(reach)}) {
      Map<String, String> query = query(URI.create(link).getRawQuery());
      assertThat(query.getOrDefault("name", "")).isEqualTo("openai-assistant");
      String config =
          new String(
              Base64.getDecoder().decode(query.getOrDefault("config", "")), StandardCharsets.UTF_8);
      assertThat(json(config))
          .isEqualTo(file.getAsJsonObject("mcpServers").get("openai-assistant"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void vsCodeFindsEntryAndInputsOfItsFile(Way way) {
    Reach reach = Reaches.of(way);
    JsonObject file = json(Client.VSCODE.snippet(reach).text());
    JsonObject entry = file.getAsJsonObject("servers").getAsJsonObject("openai-assistant");
    JsonArray inputs = file.getAsJsonArray("inputs");

    Map<String, String> query = query(URI.create(InstallLink.vsCode(reach)).getRawQuery());
    assertThat(query.getOrDefault("name", "")).isEqualTo("openai-assistant");
    assertThat(json(query.getOrDefault("config", ""))).isEqualTo(entry);
    assertThat(JsonParser.parseString(query.getOrDefault("inputs", ""))).isEqualTo(inputs);

    String link = InstallLink.vsCodeApplication(reach);
    assertThat(link).startsWith("vscode:mcp/install?");
    JsonObject server = json(decoded(link.substring(link.indexOf('?') + 1)));
    assertThat(server.remove("name").getAsString()).isEqualTo("openai-assistant");
    assertThat(server.remove("inputs")).isEqualTo(inputs);
    assertThat(server).isEqualTo(entry);
  }

  @Test
  void theReadmesLinksAreTheirs() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));
    Reach image = Command.docker("ghcr.io/<owner>/openai-assistant-mcp:latest");
    Reach server = Reaches.http("http://127.0.0.1:8662/mcp", Authentication.KEY);

    assertThat(
            Pattern.compile("\\]\\((https://[^)]*install[^)]*)\\)")
                .matcher(readme)
                .results()
                .map(link -> link.group(1)))
        .containsExactly(
            InstallLink.cursor(image),
            InstallLink.cursor(server),
            InstallLink.vsCode(image),
            InstallLink.vsCode(server));
  }

  private static String cursorApplication(Reach reach) {
    String link = InstallLink.cursorApplication(reach);
    assertThat(link).startsWith("cursor://anysphere.cursor-deeplink/mcp/install?");
    return link;
  }

  private static Map<String, String> query(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}

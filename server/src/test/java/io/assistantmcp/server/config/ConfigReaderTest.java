package io.assistantmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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

    assertThat(config.root()).isEqualTo("https://api.openai.com/v1");
    assertThat(config.apiKey()).isNull();
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws Exception {
    file("# comment\n\nOPENAI_API_KEY=from-file\nOPENAI_BASE_URL=\"https://file.test/v1\"\n");

    ServerConfig config = read(Map.of("OPENAI_API_KEY", "from-environment"));

    assertThat(key(config)).isEqualTo("from-environment");
    assertThat(config.root()).isEqualTo("https://file.test/v1");
  }

  @Test
  void everySettingIsRead() throws Exception {
    ServerConfig config =
        read(
            Map.of(
                "OPENAI_ORG_ID", "org-1",
                "OPENAI_PROJECT_ID", "proj_1",
                "OPENAI_TIMEOUT", "7",
                "OPENAI_MAX_RETRIES", "0"));

    assertThat(config.organization()).isEqualTo("org-1");
    assertThat(config.project()).isEqualTo("proj_1");
    assertThat(config.timeout()).hasSeconds(7);
    assertThat(config.maxRetries()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENAI_TIMEOUT     | 0    | OPENAI_TIMEOUT: 0 is not a whole number from 1 to 3600
          OPENAI_TIMEOUT     | soon | OPENAI_TIMEOUT: soon is not a whole number from 1 to 3600
          OPENAI_MAX_RETRIES | 11   | OPENAI_MAX_RETRIES: 11 is not a whole number from 0 to 10
          OPENAI_ORG_ID      | a b  | OPENAI_ORG_ID: is no id: letters, digits, '_' and '-' are allowed
          OPENAI_PROJECT_ID  | é    | OPENAI_PROJECT_ID: is no id: letters, digits, '_' and '-' are allowed
          """)
  void aValueOutOfRangeIsNamedWithWhatIsAllowed(String name, String value, String problem) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(problem);
  }

  @Test
  void anEmptySettingCountsAsAbsent() throws Exception {
    file("OPENAI_API_KEY=from-file\n");

    ServerConfig config = read(Map.of("OPENAI_API_KEY", "", "OPENAI_BASE_URL", ""));

    assertThat(key(config)).isEqualTo("from-file");
    assertThat(config.root()).isEqualTo("https://api.openai.com/v1");
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
    assertThat(read(Map.of("OPENAI_BASE_URL", value)).root()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api.test/v1                | api.test/v1 is not an http or https URL
          ftp://api.test             | ftp://api.test is not an http or https URL
          http://api.test/v1         | http://api.test/v1 would send the key unencrypted; http is only for localhost, use https
          http://127.0.0.1.test/v1   | http://127.0.0.1.test/v1 would send the key unencrypted; http is only for localhost, use https
          https://u:pass@api.test/v1 | https://***@api.test/v1 must not hold a user or password
          https://api.test/v1?k=pass | https://api.test/v1?*** must end with its path, without '?' or '#'
          https://api.test/v1#       | https://api.test/v1?*** must end with its path, without '?' or '#'
          """)
  void aBaseUrlThatCannotBeUsedIsRefused(String value, String problem) {
    assertThatThrownBy(() -> read(Map.of("OPENAI_BASE_URL", value)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("OPENAI_BASE_URL: " + problem + "; an example is https://api.openai.com/v1")
        .hasMessageNotContaining("pass@")
        .hasMessageNotContaining("k=pass");
  }

  private ServerConfig read(Map<String, String> environment) throws ConfigException {
    return new ConfigReader(environment, directory).read();
  }

  private void file(String text) throws IOException {
    Files.writeString(directory.resolve(".env"), text);
  }

  private static String key(ServerConfig config) {
    return Objects.requireNonNull(config.apiKey()).value();
  }
}

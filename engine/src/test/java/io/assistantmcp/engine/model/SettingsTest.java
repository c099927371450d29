package io.assistantmcp.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.assistantmcp.engine.model.ModelConfig.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's settings may be, and what they mean. */
class SettingsTest {

  @Test
  void aModelIsAskedForByItsAlias() {
    ModelNames names = new ModelNames(Pairs.parse("gpt-4o=new, gpt-4=newer"), "");

    assertThat(names.resolve("gpt-4o")).isEqualTo("new");
    assertThat(names.resolve("gpt-4")).isEqualTo("newer");
    assertThat(names.resolve("other")).isEqualTo("other");
  }

  @Test
  void theDefaultStandsInForModelsWithoutAnAlias() {
    ModelNames names = new ModelNames(Map.of("a", "b"), "llama");

    assertThat(names.resolve("a")).isEqualTo("b");
    assertThat(names.resolve("gpt-4o")).isEqualTo("llama");
  }

  @Test
  void pairsAreReadInOrder() {
    assertThat(Pairs.parse("b=1, a = x=y ")).containsExactly(entry("b", "1"), entry("a", "x=y"));
    assertThat(Pairs.parse(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=secret,b", "a=secret,=secret", "a=secret,b=", "a=secret,"})
  void aWrongPairIsToldWithoutItsValue(String text) {
    assertThatThrownBy(() -> Pairs.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("part 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> Pairs.parse("a=1,a=2")).hasMessage("'a' is there twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/v1",
        "http://localhost:11434/v1",
        "http://127.0.0.1:8000",
        "http://[::1]:8000/v1/"
      })
  void aProviderIsReachedSafely(String url) {
    assertThat(ProviderUrl.parse(url, false)).isEqualTo(HttpUrl.get(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.com/v1 | unencrypted",
        "ftp://example.com | not an http or https URL",
        "example.com | not an http or https URL",
        "https://me:secret@example.com/v1 | user or password",
        "https://example.com/v1?key=secret | without '?'",
      })
  void anotherUrlIsRefusedWithoutRepeatingWhatMayBeSecret(String url, String why) {
    assertThatThrownBy(() -> ProviderUrl.parse(url, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("an example is https://api.openai.com/v1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void httpMayLeaveTheMachineWhenThatIsAllowed() {
    assertThat(ProviderUrl.parse("http://ollama:11434/v1", true).port()).isEqualTo(11434);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sk secret", "secret\n", "sécret"})
  void aKeyThatNoHeaderCarriesIsRefusedUnseen(String key) {
    assertThatThrownBy(() -> ModelKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("cret");
  }

  @Test
  void aKeyShowsItselfToNobody() {
    assertThat(ModelKey.of("secret").toString()).isEqualTo("[hidden]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"bad name | x", "good | 'a\nsecret'", "good | sécret"})
  void aHeaderThatCannotBeIsRefusedUnseen(String name, String value) {
    assertThatThrownBy(() -> withHeader(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageNotContaining("cret");
  }

  @ParameterizedTest
  @CsvSource({"Authorization,true", "API-Key,true", "x-api-key,true", "X-Title,false"})
  void someHeadersSayWhoCalls(String name, boolean authorises) {
    assertThat(withHeader(name, "x").headersAuthorise()).isEqualTo(authorises);
  }

  private static ModelConfig withHeader(String name, String value) {
    return new ModelConfig(
        Api.CHAT,
        ModelConfig.OPENAI,
        null,
        Map.of(name, value),
        ModelNames.SAME,
        Duration.ofSeconds(1),
        0,
        ModelConfig.HostedTools.AUTO,
        Capabilities.Unsupported.REJECT,
        ChatDialect.OPENAI);
  }

  @Test
  void aFailureOfAnyKindHasACodeThatRunsKnow() {
    assertThat(List.of(ModelAnswer.Kind.values()))
        .extracting(ModelAnswer.Kind::code)
        .isSubsetOf("rate_limit_exceeded", "invalid_prompt", "server_error");
  }
}

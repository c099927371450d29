package io.assistantmcp.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.engine.model.Capabilities.Unsupported;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelConfig.HostedTools;
import io.assistantmcp.engine.model.provider.Models;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tools a run may have. */
class CapabilitiesTest {

  private static final List<JsonObject> FUNCTION = List.of(tool("function"));
  private static final List<JsonObject> SEARCH = List.of(tool("function"), tool("file_search"));

  @ParameterizedTest
  @CsvSource({
    "RESPONSES,https://api.openai.com/v1,AUTO,true",
    "RESPONSES,https://api.openai.com/v1,OFF,false",
    "RESPONSES,https://example.com/v1,AUTO,false",
    "RESPONSES,https://example.com/v1,ON,true",
    "CHAT,https://api.openai.com/v1,AUTO,false",
    "CHAT,https://example.com/v1,ON,false",
  })
  void hostedToolsAreWhereTheyAreKnownToBe(Api api, String url, HostedTools setting, boolean has) {
    Capabilities capabilities = capabilities(api, url, setting, Unsupported.REJECT);

    assertThat(capabilities.hostedTools()).isEqualTo(has);
    assertThat(capabilities.complaint(SEARCH).isEmpty()).isEqualTo(has);
    assertThat(capabilities.complaint(FUNCTION)).isEmpty();
  }

  @Test
  void theComplaintNamesToolProviderAndCure() {
    String url = "http://localhost:11434/v1";
    String complaint =
        "The tool 'file_search' runs at the model's provider, and localhost:11434 is not known to"
            + " have it. Remove the tool; or set MODEL_UNSUPPORTED_TOOLS=drop, and runs go without"
            + " it; or ";

    assertThat(capabilities(Api.CHAT, url, HostedTools.AUTO, Unsupported.REJECT).complaint(SEARCH))
        .hasValue(complaint + "use a provider that has it by MODEL_API=responses.");
    assertThat(
            capabilities(Api.RESPONSES, url, HostedTools.AUTO, Unsupported.REJECT)
                .complaint(SEARCH))
        .hasValue(complaint + "if the provider has it after all, set MODEL_HOSTED_TOOLS=on.");
  }

  @Test
  void whereToolsMayBeDroppedNobodyComplains() {
    Capabilities capabilities =
        capabilities(Api.CHAT, "http://localhost:11434/v1", HostedTools.AUTO, Unsupported.DROP);

    assertThat(capabilities.complaint(SEARCH)).isEmpty();
    assertThat(capabilities.has(tool("file_search"))).isFalse();
  }

  private static Capabilities capabilities(
      Api api, String url, HostedTools hosted, Unsupported unsupported) {
    return Models.open(
            new ModelConfig(
                api,
                HttpUrl.get(url),
                null,
                Map.of(),
                ModelNames.SAME,
                Duration.ofSeconds(1),
                0,
                hosted,
                unsupported,
                ChatDialect.OPENAI))
        .capabilities();
  }

  private static JsonObject tool(String type) {
    return JsonParser.parseString("{\"type\":\"%s\"}".formatted(type)).getAsJsonObject();
  }
}

package io.assistantmcp.engine.model;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which provider is called, and how.
 *
 * @param key goes before the key of whom a call is made for; null if there is none of our own
 * @param headers sent with every request
 * @param timeout what one attempt may take
 * @param maxRetries how often a request is repeated at most
 */
public record ModelConfig(
    Api api,
    HttpUrl baseUrl,
    @Nullable ModelKey key,
    Map<String, String> headers,
    ModelNames names,
    Duration timeout,
    int maxRetries,
    HostedTools hostedTools,
    Capabilities.Unsupported unsupported,
    ChatDialect chat) {

  /** The settings that messages speak of. */
  public static final String API = "MODEL_API";

  public static final String API_KEY = "MODEL_API_KEY";

  public static final String BASE_URL = "MODEL_BASE_URL";
  public static final String ALIASES = "MODEL_ALIASES";
  public static final String HEADERS = "MODEL_HEADERS";
  public static final String TIMEOUT = "MODEL_TIMEOUT";
  public static final String HOSTED_TOOLS = "MODEL_HOSTED_TOOLS";
  public static final String UNSUPPORTED_TOOLS = "MODEL_UNSUPPORTED_TOOLS";

  /** OpenAI's own address. */
  public static final HttpUrl OPENAI = HttpUrl.get("https://api.openai.com/v1");

  private static final Set<String> CREDENTIALS = Set.of("authorization", "api-key", "x-api-key");

  public ModelConfig {
    headers = Map.copyOf(headers);
    headers.forEach(ModelConfig::check);
  }

  private static void check(String name, String value) {
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !value.matches("[ -~]*")) {
      throw new IllegalArgumentException(
          "The header '%s' has a name or a value that no header can have".formatted(name));
    }
  }

  /** An API at an address, with everything else as it is when nobody says otherwise. */
  public static ModelConfig of(Api api, HttpUrl baseUrl) {
    return new ModelConfig(
        api,
        baseUrl,
        null,
        Map.of(),
        ModelNames.SAME,
        Duration.ofSeconds(120),
        3,
        HostedTools.AUTO,
        Capabilities.Unsupported.REJECT,
        ChatDialect.OPENAI);
  }

  /** Whether calls go to OpenAI itself. */
  public boolean isOpenAi() {
    return baseUrl.host().equals(OPENAI.host());
  }

  /** Host and port, as messages name the provider. */
  public String place() {
    return baseUrl.host() + ":" + baseUrl.port();
  }

  /** Whether the headers say already who calls, so that no key needs to. */
  public boolean headersAuthorise() {
    return headers.keySet().stream().map(String::toLowerCase).anyMatch(CREDENTIALS::contains);
  }

  /** Which API the provider is spoken to in. */
  public enum Api {
    RESPONSES,
    CHAT,
    /** No provider: answers that say so. */
    ECHO
  }

  /** Whether the provider runs file search and the code interpreter. */
  public enum HostedTools {
    /** OpenAI does, nobody else is taken to. */
    AUTO,
    ON,
    OFF
  }
}

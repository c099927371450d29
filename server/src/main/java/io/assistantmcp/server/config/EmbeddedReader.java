package io.assistantmcp.server.config;

import io.assistantmcp.engine.model.Capabilities.Unsupported;
import io.assistantmcp.engine.model.ChatDialect;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.model.ModelNames;
import io.assistantmcp.engine.model.Pairs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads how assistants live in this process. */
final class EmbeddedReader {

  private final Values values;
  private final Credentials own;
  private final DataDirectory directory;

  /**
   * @param own the server's credentials
   * @param directory where the database is if nothing else is said
   */
  EmbeddedReader(Values values, Credentials own, DataDirectory directory) {
    this.values = values;
    this.own = own;
    this.directory = directory;
  }

  EmbeddedConfig read() throws ConfigException {
    return new EmbeddedConfig(
        database(),
        values.text(AssistantsSettings.DATABASE).isEmpty(),
        model(),
        values.number(ModelSettings.CONTEXT, 0, 10_000_000),
        Duration.ofSeconds(values.number(AssistantsSettings.EXPIRY, 10, 86_400)),
        values.number(AssistantsSettings.WORKERS, 1, 64),
        values.isTrue(AssistantsSettings.HTTP));
  }

  private Path database() throws ConfigException {
    String value = values.text(AssistantsSettings.DATABASE);
    if (value.isEmpty()) {
      return directory.file();
    }
    String scheme = EmbeddedConfig.SCHEME;
    String path = value.startsWith(scheme) ? value.substring(scheme.length()) : value;
    // A colon would begin another scheme or mean memory, a question mark options.
    if (path.isEmpty() || path.contains(":") || path.contains("?")) {
      throw new ConfigException(AssistantsSettings.DATABASE, value);
    }
    try {
      return Path.of(path).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new ConfigException(AssistantsSettings.DATABASE, value);
    }
  }

  private ModelConfig model() throws ConfigException {
    HttpUrl url =
        BaseUrl.parse(
            ModelSettings.URL,
            values.text(ModelSettings.URL),
            values.isTrue(UpstreamSettings.ALLOW_HTTP));
    String key = values.secret(ModelSettings.KEY);
    ModelNames names =
        new ModelNames(
            parsed(ModelSettings.ALIASES, Pairs::parse), values.text(ModelSettings.DEFAULT));
    Map<String, String> headers = new HashMap<>(parsed(ModelSettings.HEADERS, Pairs::parse));
    if (url.equals(ModelConfig.OPENAI)) {
      add(headers, "OpenAI-Organization", own.organization());
      add(headers, "OpenAI-Project", own.project());
    }
    Duration timeout = Duration.ofSeconds(values.number(ModelSettings.TIMEOUT, 1, 3600));
    int retries = values.number(ModelSettings.MAX_RETRIES, 0, 10);
    ModelConfig.Api api = values.named(ModelSettings.API, ModelConfig.Api.values());
    ModelConfig.HostedTools hosted =
        values.named(ModelSettings.HOSTED, ModelConfig.HostedTools.values());
    Unsupported unsupported = values.named(ModelSettings.UNSUPPORTED, Unsupported.values());
    @Nullable ModelKey modelKey = key.isEmpty() ? null : ModelKey.of(key);
    return parsed(
        ModelSettings.HEADERS,
        ignored ->
            new ModelConfig(
                api,
                url,
                modelKey,
                headers,
                names,
                timeout,
                retries,
                hosted,
                unsupported,
                ChatDialect.OPENAI));
  }

  private static void add(Map<String, String> headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.putIfAbsent(name, value);
    }
  }

  /** What the engine makes of a value, or why it cannot, which repeats nothing secret. */
  private <T> T parsed(Setting setting, Function<String, T> parser) throws ConfigException {
    try {
      return parser.apply(values.text(setting));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(setting.name(), String.valueOf(e.getMessage()));
    }
  }
}

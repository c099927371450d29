package io.assistantmcp.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads the settings: flags first, then the environment, the file {@code .env}, the defaults. */
public final class ConfigReader {

  private static final String EMBEDDED = "embedded";
  private static final List<String> BACKENDS = List.of(EMBEDDED, "remote");

  private final Map<String, String> flags;
  private final Map<String, String> environment;
  private final Path directory;

  /**
   * @param flags what the command line says, by the names of settings
   * @param environment the environment variables
   * @param directory where a {@code .env} may lie
   */
  public ConfigReader(Map<String, String> flags, Map<String, String> environment, Path directory) {
    this.flags = flags;
    this.environment = environment;
    this.directory = directory;
  }

  /** The settings of this process. */
  public static ServerConfig ofProcess(Map<String, String> flags) throws ConfigException {
    return inProcess(flags).read();
  }

  /** A reader of the settings of this process. */
  public static ConfigReader inProcess(Map<String, String> flags) {
    return new ConfigReader(flags, System.getenv(), Path.of("").toAbsolutePath());
  }

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigException for the first that cannot be used
   */
  public ServerConfig read() throws ConfigException {
    Values values = values();
    Transport transport = values.choice(HttpSettings.TRANSPORT, Transport.values());
    boolean embedded = isEmbedded(values);
    CredentialsConfig credentials = CredentialsReader.read(values, transport);
    ServerConfig config =
        new ServerConfig(
            upstream(values, embedded),
            embedded
                ? new EmbeddedReader(values, credentials.own(), DataDirectory.of(environment))
                    .read()
                : null,
            credentials,
            ToolsReader.read(values),
            transport,
            HttpReader.read(values),
            LogReader.read(values),
            values.isTrue(LogSettings.METRICS));
    if (config.isOpen() && !config.http().access().open()) {
      throw new ConfigException(HttpSettings.HOST.name(), open(config));
    }
    return config;
  }

  /**
   * Reads only where a server over HTTP listens, whatever the rest says.
   *
   * @throws ConfigException if host or port cannot be used
   */
  public ListenAddress address() throws ConfigException {
    return HttpReader.address(values());
  }

  /** Reads only which tools are served, whatever the rest says. */
  public ToolsConfig tools() throws ConfigException {
    return ToolsReader.read(values());
  }

  private Values values() throws ConfigException {
    return new Values(List.of(flags, environment, EnvFile.read(directory)));
  }

  private static boolean isEmbedded(Values values) throws ConfigException {
    boolean hasUrl = !values.text(UpstreamSettings.URL).isEmpty();
    boolean embedded =
        values.text(AssistantsSettings.BACKEND).isEmpty()
            ? !hasUrl
            : values.choice(AssistantsSettings.BACKEND, BACKENDS).equals(EMBEDDED);
    if (!embedded && !hasUrl) {
      throw new ConfigException(
          Settings.BACKEND,
          "'remote' needs %s, the server of the Assistants API to call; OpenAI's own is shut down"
              .formatted(Settings.BASE_URL));
    }
    if (!embedded && values.isTrue(AssistantsSettings.HTTP)) {
      throw new ConfigException(
          AssistantsSettings.HTTP.name(), "serves embedded assistants only, not a remote server's");
    }
    return embedded;
  }

  private static UpstreamConfig upstream(Values values, boolean embedded) throws ConfigException {
    Duration timeout = Duration.ofSeconds(values.number(UpstreamSettings.TIMEOUT, 1, 3600));
    int retries = values.number(UpstreamSettings.MAX_RETRIES, 0, 10);
    if (embedded) {
      return UpstreamConfig.embedded(timeout, retries);
    }
    boolean http = values.isTrue(UpstreamSettings.ALLOW_HTTP);
    return new UpstreamConfig(
        BaseUrl.parse(UpstreamSettings.URL, values.text(UpstreamSettings.URL), http),
        timeout,
        retries);
  }

  private static String open(ServerConfig config) {
    String what =
        config.embedded() == null
            ? "call with the key in " + Settings.API_KEY
            : "use the assistants and the key of this server";
    String ownKeys =
        config.credentials().source() == KeySource.SETTING
            ? "%s=true for clients with keys of their own"
                .formatted(CredentialsSettings.PASSTHROUGH.name())
            : "unset %s, so that models are asked with clients' keys".formatted(Settings.MODEL_KEY);
    return "'%s' would let other machines %s; set %s for a token that clients have to show, or %s,"
            .formatted(config.http().address().host(), what, HttpSettings.TOKEN.name(), ownKeys)
        + " or %s=true to serve anybody".formatted(HttpSettings.OPEN.name());
  }
}

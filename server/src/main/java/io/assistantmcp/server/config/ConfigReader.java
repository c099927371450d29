package io.assistantmcp.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads the settings: flags first, then the environment, the file {@code .env}, the defaults. */
public final class ConfigReader {

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
    return new ConfigReader(flags, System.getenv(), Path.of("").toAbsolutePath()).read();
  }

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigException for the first that cannot be used
   */
  public ServerConfig read() throws ConfigException {
    Values values = new Values(List.of(flags, environment, EnvFile.read(directory)));
    Transport transport = values.choice(HttpSettings.TRANSPORT, Transport.values());
    ServerConfig config =
        new ServerConfig(
            upstream(values),
            CredentialsReader.read(values, transport),
            transport,
            HttpReader.read(values),
            LogReader.read(values),
            values.isTrue(LogSettings.METRICS));
    if (config.isOpen() && !config.http().access().open()) {
      throw new ConfigException(HttpSettings.HOST.name(), open(config.http().address().host()));
    }
    return config;
  }

  private static UpstreamConfig upstream(Values values) throws ConfigException {
    boolean http = values.isTrue(UpstreamSettings.ALLOW_HTTP);
    return new UpstreamConfig(
        BaseUrl.parse(UpstreamSettings.URL, values.text(UpstreamSettings.URL), http),
        Duration.ofSeconds(values.number(UpstreamSettings.TIMEOUT, 1, 3600)),
        values.number(UpstreamSettings.MAX_RETRIES, 0, 10));
  }

  private static String open(String host) {
    return "'%s' would let other machines call with the key in %s; set %s for a token that clients"
            .formatted(host, Settings.API_KEY, HttpSettings.TOKEN.name())
        + " have to show, or %s=true for clients with keys of their own, or %s=true to serve anybody"
            .formatted(CredentialsSettings.PASSTHROUGH.name(), HttpSettings.OPEN.name());
  }
}

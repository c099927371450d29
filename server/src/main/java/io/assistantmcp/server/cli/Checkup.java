package io.assistantmcp.server.cli;

import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.store.Store;
import io.assistantmcp.engine.store.StoreException;
import io.assistantmcp.server.client.ConnectionProblem;
import io.assistantmcp.server.client.Probe;
import io.assistantmcp.server.config.CredentialsConfig;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.KeySource;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.config.UpstreamConfig;
import io.assistantmcp.server.registry.ToolSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The single checks of the doctor. */
final class Checkup {

  /** Told by the launcher, if it has an archive for this JVM. */
  private static final String ARCHIVE = "assistantmcp.archive";

  private Checkup() {}

  /** The key is never shown, nor sent. */
  static Finding key(ServerConfig config) {
    CredentialsConfig credentials = config.credentials();
    String place = credentials.source().place();
    if (credentials.source() == KeySource.REQUEST) {
      return Finding.fine("key", "each request brings its own, in " + place);
    }
    if (credentials.own().key() != null) {
      return Finding.fine("key", place + " is set");
    }
    EmbeddedConfig embedded = config.embedded();
    if (embedded == null || credentials.source() == KeySource.VARIABLE) {
      return Finding.wrong("key", place + " is not set; calls need it");
    }
    return embedded.needsKey()
        ? Finding.wrong(
            "key",
            "neither %s nor %s is set; runs need one, unless %s=echo"
                .formatted(place, Settings.MODEL_KEY, Settings.MODEL_API))
        : Finding.fine("key", "none is set, and calls need none");
  }

  static Finding tools(ToolSelection selection) {
    int served = selection.served().size();
    return Finding.fine(
        "tools",
        "%d of %d are served; the command 'tools' shows them"
            .formatted(served, served + selection.withheld().size()));
  }

  /** None is made: that is left to the first call. */
  static Finding database(EmbeddedConfig config) {
    if (Files.notExists(config.database())) {
      return Finding.fine(
          "database", config.database() + " is not there yet; the first call makes it");
    }
    try (Store store = Store.open(config.databaseUrl())) {
      List<String> damages = store.check();
      return damages.isEmpty()
          ? Finding.fine("database", config.database() + " is whole")
          : Finding.wrong("database", config.database() + " is damaged: " + damages.get(0));
    } catch (StoreException e) {
      return Finding.wrong("database", String.valueOf(e.getMessage()));
    }
  }

  static Finding model(EmbeddedConfig config) {
    ModelConfig model = config.model();
    return model.api() == ModelConfig.Api.ECHO
        ? Finding.fine("model", "echo: no model is connected, answers only repeat")
        : answers("model", model.baseUrl().toString(), model.timeout(), Settings.MODEL_URL);
  }

  static Finding reachable(UpstreamConfig config) {
    if (config.isOpenAi()) {
      return Finding.wrong(
          "server",
          config.root()
              + " no longer has the Assistants API, which OpenAI shut down on 2026-08-26; set "
              + Settings.BACKEND
              + "=embedded, or "
              + Settings.BASE_URL
              + " to a server that still speaks it");
    }
    return answers("server", config.root(), config.timeout(), Settings.BASE_URL);
  }

  private static Finding answers(String subject, String url, Duration timeout, String setting) {
    try {
      int status = Probe.status(url, timeout);
      return new Finding(status < 500, subject, url + " answers, with HTTP " + status);
    } catch (IOException e) {
      return Finding.wrong(
          subject,
          "no connection to %s: %s; check %s and the network"
              .formatted(url, ConnectionProblem.of(e), setting));
    }
  }

  /** An older JVM would not have come this far. */
  static Finding jvm() {
    return Finding.fine("jvm", Runtime.version() + " in " + System.getProperty("java.home"));
  }

  static Finding archive() {
    String file = System.getProperty(ARCHIVE, "");
    if (file.isEmpty()) {
      return Finding.fine("archive", "none, so a start takes longer; the launcher keeps one");
    }
    return Files.isReadable(Path.of(file))
        ? Finding.fine("archive", file)
        : Finding.wrong("archive", file + " cannot be read; delete its folder");
  }
}

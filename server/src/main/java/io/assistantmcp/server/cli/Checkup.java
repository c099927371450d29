package io.assistantmcp.server.cli;

import io.assistantmcp.server.client.ConnectionProblem;
import io.assistantmcp.server.client.Probe;
import io.assistantmcp.server.config.CredentialsConfig;
import io.assistantmcp.server.config.KeySource;
import io.assistantmcp.server.config.Settings;
import io.assistantmcp.server.config.UpstreamConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The single checks of the doctor. */
final class Checkup {

  /** Told by the launcher, if it has an archive for this JVM. */
  private static final String ARCHIVE = "assistantmcp.archive";

  private Checkup() {}

  /** The key is never shown, nor sent. */
  static Finding key(CredentialsConfig config) {
    String place = config.source().place();
    if (config.source() == KeySource.REQUEST) {
      return Finding.fine("key", "each request brings its own, in " + place);
    }
    return config.own().key() == null
        ? Finding.wrong("key", place + " is not set; calls need it")
        : Finding.fine("key", place + " is set");
  }

  static Finding reachable(UpstreamConfig config) {
    String url = config.root();
    try {
      int status = Probe.status(config);
      if (config.isOpenAi()) {
        return Finding.wrong(
            "server",
            url
                + " answers, but OpenAI shut the Assistants API down on 2026-08-26; set "
                + Settings.BASE_URL
                + " to a server that still speaks it");
      }
      return new Finding(status < 500, "server", url + " answers, with HTTP " + status);
    } catch (IOException e) {
      return Finding.wrong(
          "server",
          "no connection to %s: %s; check %s and the network"
              .formatted(url, ConnectionProblem.of(e), Settings.BASE_URL));
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

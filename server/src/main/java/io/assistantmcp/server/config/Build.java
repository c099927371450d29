package io.assistantmcp.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this build calls itself.
 *
 * @param name the server's name
 * @param version the version of the Maven project
 * @param image where its image is published, without a tag
 */
public record Build(String name, String version, String image) {

  /** Reads what Maven wrote into the jar. */
  public static Build current() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("build.properties cannot be read; rebuild", e);
    }
    return new Build(
        properties.getProperty("name"),
        properties.getProperty("version"),
        properties.getProperty("image"));
  }

  /** Name and version as an HTTP client tells them. */
  public String userAgent() {
    return name + "/" + version;
  }
}

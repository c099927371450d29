package io.assistantmcp.server.config;

import java.time.Duration;

/** The names of the settings, and what holds without them. */
public final class Settings {

  /** The setting with the key for upstream calls. */
  public static final String API_KEY = "OPENAI_API_KEY";

  /** The setting with the URL of the server to call. */
  public static final String BASE_URL = "OPENAI_BASE_URL";

  static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

  // Runs are created quickly, but a long list may take a while.
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(120);

  private Settings() {}
}

package io.assistantmcp.server.config;

/** The names of the settings, and what holds without them. */
public final class Settings {

  /** The setting with the key for upstream calls. */
  public static final String API_KEY = "OPENAI_API_KEY";

  /** The setting with the URL of the server to call. */
  public static final String BASE_URL = "OPENAI_BASE_URL";

  static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

  static final String ORGANIZATION = "OPENAI_ORG_ID";

  static final String PROJECT = "OPENAI_PROJECT_ID";

  /** The setting with the seconds that the server called may be silent. */
  public static final String TIMEOUT = "OPENAI_TIMEOUT";

  // Runs are created quickly, but a long list may take a while.
  static final int DEFAULT_TIMEOUT_SECONDS = 120;
  static final int MAX_TIMEOUT_SECONDS = 3600;

  static final String MAX_RETRIES = "OPENAI_MAX_RETRIES";

  static final int DEFAULT_MAX_RETRIES = 2;
  static final int MAX_MAX_RETRIES = 10;

  private Settings() {}
}

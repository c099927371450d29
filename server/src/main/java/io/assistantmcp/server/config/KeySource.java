package io.assistantmcp.server.config;

/** Where the key of a call comes from. There is one source at a time, and none to fall back to. */
public enum KeySource {
  /** The server has a key, and all calls are made with it. */
  SETTING(Settings.API_KEY),

  /** The only client, on stdio, gave the server its key as it started it. */
  VARIABLE(Settings.HEADER_VARIABLE),

  /** Each request brings the key of its client. */
  REQUEST("the header " + Credentials.KEY_HEADER);

  private final String place;

  KeySource(String place) {
    this.place = place;
  }

  /** The place of the key, as messages name it. */
  public String place() {
    return place;
  }
}

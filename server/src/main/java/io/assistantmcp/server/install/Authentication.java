package io.assistantmcp.server.install;

import io.assistantmcp.server.config.Credentials;
import java.util.List;
import java.util.Locale;

/** What clients of a server over HTTP show to it. */
public enum Authentication {
  /** A key of their own, for a server that passes keys through. */
  KEY(List.of(new Header(Credentials.KEY_HEADER, "", Secret.API_KEY))),
  /** The server's token, for one that has a key itself. */
  TOKEN(List.of(new Header("Authorization", "Bearer ", Secret.TOKEN))),
  /** Both, where the server passes keys through and has a token as well. */
  BOTH(List.of(KEY.headers.get(0), TOKEN.headers.get(0))),
  NONE(List.of());

  private final List<Header> headers;

  Authentication(List<Header> headers) {
    this.headers = headers;
  }

  List<Header> headers() {
    return headers;
  }

  /** As the command line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
